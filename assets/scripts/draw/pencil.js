// The screen to draw on: the pencils, one step back, an empty sheet, and keeping the drawing.
// A drawing that is left without a word is still there when one comes back, until the page itself is left.
const drawings = new Map();

export default async function start(element) {
  const { compass, place, lost, full, nothing, sheet: sheetScript, send: sendScript } = element.dataset;
  const [{ openSheet }, post] = await Promise.all([sheetScript, sendScript].map((one) => kompas.load(one)));
  if (!element.isConnected) return;
  const screen = element.closest('.screen');
  const part = (name) => screen.querySelector(`[data-part=${name}]`);
  const key = `${compass} ${place}`;
  const drawing = drawings.get(key) ?? { strokes: [], past: [], pen: { colour: 0, size: 1 }, sending: null };
  drawings.set(key, drawing);

  const isEmpty = () => drawing.strokes.length === 0;
  const isKept = () => drawings.get(key) !== drawing;
  const look = JSON.parse(element.dataset.pencil);
  const sheet = openSheet(part('canvas'), look, {
    strokes: () => drawing.strokes,
    pen: () => (drawing.sending || isKept() ? null : drawing.pen),
    begun: () => show(),
    drawn: () => change(null),
    full: () => tell(full),
  });

  // `wiped` are the strokes that were taken away; nothing when one was added.
  function change(wiped) {
    drawing.past.push(wiped);
    drawing.id = null; // what was sent before, perhaps in vain, was another drawing
    show();
  }

  function show() {
    element.toggleAttribute('data-empty', isEmpty());
    part('undo').setAttribute('aria-disabled', drawing.past.length === 0);
    part('wipe').setAttribute('aria-disabled', isEmpty());
    tell('');
  }

  function tell(words) {
    part('told').hidden = !words;
    part('told').querySelector('span').textContent = words;
  }

  // pencils

  const pencils = [...element.querySelectorAll('[data-pen]')];

  function take(pencil) {
    drawing.pen = { ...drawing.pen, [pencil.dataset.pen]: Number(pencil.value) };
    showPen();
  }

  function showPen() {
    for (const one of pencils) one.setAttribute('aria-pressed', drawing.pen[one.dataset.pen] === Number(one.value));
    element.style.setProperty('--pen', look.colours[drawing.pen.colour]);
  }

  // back

  function undo() {
    sheet.finish();
    if (drawing.sending || drawing.past.length === 0) return;
    const wiped = drawing.past.pop();
    if (wiped) drawing.strokes = wiped;
    else drawing.strokes.pop();
    drawing.id = null;
    sheet.redraw();
    show();
  }

  function wipe() {
    sheet.finish();
    if (drawing.sending || isEmpty()) return;
    const { strokes } = drawing;
    drawing.strokes = [];
    sheet.redraw();
    change(strokes);
  }

  // keeping it

  function keep() {
    sheet.finish();
    if (isEmpty()) return tell(nothing);
    if (drawing.sending) return undefined;
    drawing.id ??= post.newId();
    const address = `${compass}/bijlage/${drawing.id}?soort=tekening&bij=${encodeURIComponent(place)}`;
    const body = JSON.stringify({ strokes: drawing.strokes });
    const patience = Number(element.dataset.patience);
    drawing.sending = post.send(address, body, { type: 'application/json', patience });
    return arrive();
  }

  async function arrive() {
    tell('');
    element.dataset.state = 'sending';
    const answer = await drawing.sending;
    drawing.sending = null;
    delete element.dataset.state;
    if (answer.status !== 200) return tell(answer.words || lost);
    drawings.delete(key);
    if (element.isConnected) post.follow(answer.page ?? part('back').dataset.page);
    return undefined;
  }

  // leaving: only a drawing that is not kept is worth a question

  const question = part('question');
  let way = null;

  function ask(event) {
    const tapped = event.target.closest('a[href], [data-part=back]');
    if (!tapped || isEmpty() || drawing.sending || isKept()) return;
    way = tapped;
    event.preventDefault();
    event.stopImmediatePropagation();
    question.showModal();
  }

  function throwAway() {
    drawings.delete(key);
    question.close();
    way.click();
  }

  const taps = { undo, wipe, keep, 'throw-away': throwAway, 'keep-after-all': () => question.close() || keep() };
  for (const [name, tapped] of Object.entries(taps)) part(name).addEventListener('click', tapped);
  for (const pencil of pencils) pencil.addEventListener('click', () => take(pencil));
  screen.addEventListener('click', ask, true);
  show();
  showPen();
  element.dataset.ready = '';
  if (drawing.sending) arrive();
}
