import assert from 'node:assert/strict';
import { ANSWER, DEAD, tapsOver } from '../../../../assets/scripts/live/line.js';

/** A line and a clock, both moved by hand. */
function line() {
  /** @type {{ number: number, at: number, heard: () => void }[]} */
  const said = [];
  /** @type {{ at: number, what: () => unknown }[]} */
  const later = [];
  const seen = { sign: false, reopened: 0 };
  let now = 0;
  const taps = tapsOver({
    say: (_, message, heard) => said.push({ .../** @type {{ number: number, at: number }} */ (message), heard }),
    reopen: () => seen.reopened += 1,
    later: (what, milliseconds) => later.push({ at: now + milliseconds, what }),
    show: (shown) => seen.sign = shown,
  });
  return {
    said,
    seen,
    taps,
    numbers: () => said.map(({ number }) => number),
    /** @param {number} milliseconds */
    passes(milliseconds) {
      now += milliseconds;
      for (const { what } of later.filter(({ at }) => at <= now)) what();
      later.splice(0, later.length, ...later.filter(({ at }) => at > now));
    },
  };
}

Deno.test('what is tapped before the line stands is said when it does, in its order', () => {
  const { taps, said, numbers } = line();
  for (const at of [1, 2, 3]) taps.tap({ at });
  assert.deepEqual(said, []);
  taps.begins();
  assert.deepEqual(said.map(({ at }) => at), [1, 2, 3]);
  assert.deepEqual(numbers(), [1, 2, 3]);
});

Deno.test('what was heard is said once', () => {
  const { taps, said, numbers } = line();
  taps.begins();
  taps.tap({});
  said[0]?.heard();
  taps.breaks();
  taps.begins();
  assert.deepEqual(numbers(), [1]);
});

Deno.test('what was not heard is said again over the next line, by its number and before what comes after it', () => {
  const { taps, said, numbers } = line();
  taps.begins();
  for (const at of [1, 2]) taps.tap({ at });
  said[0]?.heard();
  taps.breaks();
  taps.tap({});
  taps.begins();
  assert.deepEqual(numbers(), [1, 2, 2, 3]);
});

Deno.test('the sign shows for a tap without an answer, and goes with the last of them', () => {
  const { taps, said, seen, passes } = line();
  taps.begins();
  for (const at of [1, 2]) taps.tap({ at });
  passes(ANSWER - 1);
  assert.equal(seen.sign, false);
  passes(1);
  assert.equal(seen.sign, true);
  said[1]?.heard();
  assert.equal(seen.sign, true);
  said[0]?.heard();
  assert.equal(seen.sign, false);
});

Deno.test('the sign has no reason to show for a tap that was heard, nor to go while the line is down', () => {
  const { taps, said, seen, passes } = line();
  taps.begins();
  taps.tap({});
  said[0]?.heard();
  passes(DEAD);
  assert.deepEqual(seen, { sign: false, reopened: 0 });
});

Deno.test('a line that says it stands and answers nothing is opened anew, once', () => {
  const { taps, seen, passes } = line();
  taps.begins();
  for (const at of [1, 2]) taps.tap({ at });
  passes(DEAD - 1);
  assert.equal(seen.reopened, 0);
  taps.breaks();
  taps.begins();
  passes(1);
  assert.equal(seen.reopened, 0);
  passes(DEAD);
  assert.ok(seen.reopened > 0);
});

Deno.test('a network that is there again opens a line anew for what waits, and for nothing else', () => {
  const { taps, said, seen } = line();
  taps.begins();
  taps.returns();
  assert.equal(seen.reopened, 0);
  taps.tap({});
  taps.returns();
  assert.equal(seen.reopened, 1);
  said[0]?.heard();
  taps.returns();
  assert.equal(seen.reopened, 1);
});
