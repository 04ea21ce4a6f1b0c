// The screen to draw on: the pencils, one step back, an empty sheet, and keeping the drawing.
// A drawing that is left without a word is still there when one comes back, until the page itself is left.
import { deliver, takeBack, waitingFor } from '../capture/post.js';
import { addressFor, follow, newId } from '../capture/send.js';
import { dropDraft, keepDraft, readDraft } from '../live/drafts.js';
import { part, say } from '../live/find.js';
import { Drawing } from './drawing.js';
import { Sheet } from './sheet.js';

/** @import { Parcel } from '../capture/kept.js' */

/** @type {Map<string, Drawing>} by compass and place */
const drawings = new Map();

/** @param {HTMLElement} element */
export default async function start(element) {
  const key = keyOf(element);
  const before = drawings.has(key) ? null : await fromBefore(element);
  if (before && !drawings.has(key)) drawings.set(key, before.drawing);
  if (!element.isConnected) return;
  const easel = new Easel(element, drawings.get(key) ?? new Drawing());
  easel.begin();
  if (before?.parcel) easel.deliver(before.parcel);
}

/** @param {HTMLElement} element */
const keyOf = ({ dataset }) => `${dataset.compass} ${dataset.place}`;

/** @param {string} key */
const draftOf = (key) => `half drawn: ${key}`;

/**
 * The drawing that an earlier page did not keep, one that is on its way, or an empty one.
 * @param {HTMLElement} element
 * @returns {Promise<{ drawing: Drawing, parcel?: Parcel | undefined }>}
 */
async function fromBefore(element) {
  const { compass = '', place = '', sort = '' } = element.dataset;
  const drawing = new Drawing();
  const draft = await readDraft(draftOf(keyOf(element)));
  if (draft !== null) {
    Object.assign(drawing, JSON.parse(draft));
    return { drawing };
  }
  const [parcel] = await waitingFor(compass, place, sort);
  if (parcel) {
    const id = /bijlage\/(\w+)/.exec(parcel.address)?.[1] ?? null;
    Object.assign(drawing, JSON.parse(await parcel.body.text()), { id, sentTo: parcel.address });
  }
  return { drawing, parcel };
}

class Easel {
  /**
   * @param {HTMLElement} element
   * @param {Drawing} drawing
   */
  constructor(element, drawing) {
    this.element = element;
    this.screen = /** @type {HTMLElement} */ (element.closest('.screen'));
    this.question = part(this.screen, 'question', HTMLDialogElement);
    this.told = part(this.screen, 'told', HTMLElement);
    /** @type {NodeListOf<HTMLButtonElement>} */
    this.pencils = element.querySelectorAll('button[data-pen]');
    this.key = keyOf(element);
    this.drawing = drawing;
    drawings.set(this.key, drawing);
    this.pencil = JSON.parse(element.dataset.pencil ?? '');
    this.sheet = new Sheet(part(this.screen, 'canvas', HTMLCanvasElement), this.pencil, {
      strokes: () => this.drawing.strokes,
      pen: () => (this.drawing.sending || this.isKept ? null : this.drawing.pen),
      begun: () => this.show(),
      drawn: () => {
        this.drawing.added();
        this.keepHalfDrawn();
        this.show();
      },
      full: () => say(this.told, element.dataset.full ?? ''),
    });
  }

  get isKept() {
    return drawings.get(this.key) !== this.drawing;
  }

  begin() {
    const taps = {
      'undo': () => this.undo(),
      'wipe': () => this.wipe(),
      'keep': () => this.keep(),
      'keep-after-all': () => {
        this.question.close();
        this.keep();
      },
    };
    for (const [name, tapped] of Object.entries(taps)) {
      part(this.screen, name, HTMLButtonElement).addEventListener('click', tapped);
    }
    for (const pencil of this.pencils) pencil.addEventListener('click', () => this.take(pencil));
    this.watchLeaving();
    this.show();
    this.showPen();
    this.element.dataset.ready = '';
    if (this.drawing.sending) this.arrive(this.drawing.sending);
  }

  show() {
    const { drawing, element, screen } = this;
    element.toggleAttribute('data-empty', drawing.isEmpty);
    part(screen, 'undo', HTMLElement).setAttribute('aria-disabled', String(drawing.isUntouched));
    part(screen, 'wipe', HTMLElement).setAttribute('aria-disabled', String(drawing.isEmpty));
    say(this.told, '');
  }

  /** @param {HTMLButtonElement} pencil */
  take(pencil) {
    this.drawing.pen = { ...this.drawing.pen, [pencil.dataset.pen ?? '']: Number(pencil.value) };
    this.showPen();
  }

  showPen() {
    const { pen } = this.drawing;
    for (const one of this.pencils) {
      const taken = one.dataset.pen === 'colour' ? pen.colour : pen.size;
      one.setAttribute('aria-pressed', String(taken === Number(one.value)));
    }
    this.element.style.setProperty('--pen', this.pencil.colours[pen.colour]);
  }

  undo() {
    this.sheet.finish();
    if (this.drawing.undo()) this.redraw();
  }

  wipe() {
    this.sheet.finish();
    if (this.drawing.wipe()) this.redraw();
  }

  redraw() {
    this.sheet.redraw();
    this.keepHalfDrawn();
    this.show();
  }

  /** When the page begins anew the drawing is still there. */
  keepHalfDrawn() {
    const { sentTo, strokes, isEmpty } = this.drawing;
    if (isEmpty) dropDraft(draftOf(this.key));
    else keepDraft(draftOf(this.key), JSON.stringify({ sentTo, strokes }));
  }

  forget() {
    drawings.delete(this.key);
    dropDraft(draftOf(this.key));
    if (this.drawing.sentTo) takeBack(this.drawing.sentTo);
  }

  // keeping it

  keep() {
    const { drawing } = this;
    const { compass = '', place = '', sort = '', nothing = '' } = this.element.dataset;
    this.sheet.finish();
    if (drawing.isEmpty) return say(this.told, nothing);
    if (drawing.sending) return undefined;
    drawing.id ??= newId();
    const address = addressFor(compass, drawing.id, sort, place);
    if (drawing.sentTo && drawing.sentTo !== address) takeBack(drawing.sentTo); // it was another drawing by then
    drawing.sentTo = address;
    const body = new Blob([JSON.stringify({ strokes: drawing.strokes })], { type: 'application/json' });
    return this.deliver({ address, compass, place, sort, body });
  }

  /** @param {Parcel} parcel */
  deliver(parcel) {
    const { patience, silence } = this.element.dataset;
    const manner = { patience: Number(patience), silence: Number(silence) };
    // what waits to be sent is not half drawn
    this.drawing.sending = deliver(parcel, manner, () => dropDraft(draftOf(this.key)));
    return this.arrive(this.drawing.sending);
  }

  /** @param {NonNullable<Drawing['sending']>} sending */
  async arrive(sending) {
    const { dataset } = this.element;
    say(this.told, '');
    dataset.state = 'sending';
    const answer = await sending;
    this.drawing.sending = null;
    delete dataset.state;
    if (answer.status !== 200) return say(this.told, answer.words || (dataset.lost ?? ''));
    drawings.delete(this.key);
    dropDraft(draftOf(this.key));
    const back = part(this.screen, 'back', HTMLElement);
    if (this.element.isConnected) follow(answer.page ?? back.dataset.page ?? '');
    return undefined;
  }

  /** Only a drawing that is not kept is worth a question. */
  watchLeaving() {
    /** @type {HTMLElement | null} */
    let way = null;
    this.screen.addEventListener('click', (event) => {
      const tapped = event.target instanceof Element ? event.target.closest('a[href], [data-part=back]') : null;
      if (!(tapped instanceof HTMLElement) || this.drawing.isEmpty || this.drawing.sending || this.isKept) return;
      way = tapped;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.question.showModal();
    }, true);
    part(this.screen, 'throw-away', HTMLButtonElement).addEventListener('click', () => {
      this.forget();
      this.question.close();
      way?.click();
    });
  }
}
