// The rules of the scripts that a reader of one file cannot see.
import assert from 'node:assert/strict';

const MOST_LINES = 60;
const SCRIPTS = new URL('../../../assets/scripts/', import.meta.url);

/** @typedef {{ name: string, source: string }} Script */

/** @returns {Script[]} */
const scripts = () =>
  [...Deno.readDirSync(SCRIPTS)].filter((room) => room.isDirectory).flatMap((room) =>
    [...Deno.readDirSync(new URL(`${room.name}/`, SCRIPTS))].map((file) => ({
      name: `${room.name}/${file.name}`,
      source: Deno.readTextFileSync(new URL(`${room.name}/${file.name}`, SCRIPTS)),
    }))
  );

/**
 * What `visit` reports of a script, each with its first line.
 * @param {Script} script
 * @param {(report: (node: Deno.lint.Node, message: string) => void, lines: (node: Deno.lint.Node) => number)
 *   => Deno.lint.LintVisitor} visit
 */
function reported({ name, source }, visit) {
  const lines = (/** @type {Deno.lint.Node} */ node) => source.slice(...node.range).split('\n').length;
  const create = (/** @type {Deno.lint.RuleContext} */ context) =>
    visit((node, message) => context.report({ node, message }), lines);
  return Deno.lint.runPlugin({ name: 'house', rules: { rule: { create } } }, name, source)
    .map(({ message, range }) => `${name}:${source.slice(0, range[0]).split('\n').length} ${message}`);
}

/** @type {(most: number) => Parameters<typeof reported>[1]} */
const functionsAbove = (most) => (report, lines) => {
  const look = (/** @type {Deno.lint.Node} */ node) => {
    if (lines(node) > most) report(node, `${lines(node)} lines`);
  };
  return { FunctionDeclaration: look, FunctionExpression: look, ArrowFunctionExpression: look };
};

/** @type {Parameters<typeof reported>[1]} */
const globals = (report) => ({
  CallExpression(node) {
    const [target, given] = node.arguments;
    if (target?.type !== 'Identifier' || target.name !== 'globalThis' || given?.type !== 'ObjectExpression') return;
    for (const one of given.properties) {
      if (one.type === 'Property' && one.key.type === 'Identifier') report(node, one.key.name);
    }
  },
  AssignmentExpression({ left }) {
    if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier') return;
    if (!['globalThis', 'window', 'self'].includes(left.object.name)) return;
    const name = left.property.type === 'Identifier' ? left.property.name : '?';
    if (!name.startsWith('on')) report(left, name); // a handler that the browser calls is no word of ours
  },
});

/** @type {Parameters<typeof reported>[1]} */
const longTexts = (report, lines) => ({
  TemplateLiteral(node) {
    if (lines(node) > 1) report(node, 'a text of several lines');
  },
});

Deno.test('there are scripts and functions to look at', () => {
  assert.ok(scripts().length > 20);
  assert.ok(scripts().flatMap((one) => reported(one, functionsAbove(0))).length > 150);
});

Deno.test('no function is longer than sixty lines', () => {
  assert.deepEqual(scripts().flatMap((one) => reported(one, functionsAbove(MOST_LINES))), []);
});

Deno.test('a long function would be found wherever it stands', () => {
  const body = `{\n${'  x();\n'.repeat(MOST_LINES)}}`;
  for (const long of [`function f() ${body}`, `const f = () => ${body};`, `class C {\n  f() ${body}\n}`]) {
    assert.equal(reported({ name: 'a.js', source: long }, functionsAbove(MOST_LINES)).length, 1, long.slice(0, 20));
  }
});

Deno.test('there is one global of ours, and two of the framework are set', () => {
  const found = scripts().flatMap((one) => reported(one, globals)).map((one) => one.replace(/:\d+/, ''));
  assert.deepEqual(found.sort(), ['live/line.js did_handshake', 'live/line.js io', 'live/safety.js kompas']);
});

Deno.test('another global would be found', () => {
  const source =
    'window.a = 1;\nglobalThis.b = 2;\nObject.assign(globalThis, { c, d });\nglobalThis.onbeforeunload = null;';
  assert.deepEqual(reported({ name: 'a.js', source }, globals).length, 4);
});

Deno.test('no text goes over lines: what looks like a comment in one would not be sent', () => {
  assert.deepEqual(scripts().flatMap((one) => reported(one, longTexts)), []);
  assert.equal(reported({ name: 'a.js', source: 'const a = `\n// b\n`;' }, longTexts).length, 1);
});
