// The screen to draw on: the pencils, one step back, an empty sheet, and keeping the drawing.
// A drawing that is left without a word is still there when one comes back, until the page itself is left.
import { addressFor, follow, newId, send } from '../capture/send.js';
import { part, say } from '../live/find.js';
import { keepDraft, takeDraft } from '../live/drafts.js';
import { Drawing } from './drawing.js';
import { Sheet } from './sheet.js';

/** @type {Map<string, Drawing>} by compass and place */
const drawings = new Map();

/** @param {HTMLElement} element */
export default function start(element) {
  if (element.isConnected) new Easel(element).begin();
}

/**
 * The drawing that an earlier page did not keep, or an empty one.
 * @param {string} key
 */
function drawn(key) {
  const drawing = new Drawing();
  const kept = takeDraft(draftOf(key));
  if (kept !== null) Object.assign(drawing, JSON.parse(kept));
  return drawing;
}

/** @param {string} key */
const draftOf = (key) => `half drawn: ${key}`;

class Easel {
  /** @param {HTMLElement} element */
  constructor(element) {
    const { compass = '', place = '', sort = '' } = element.dataset;
    this.element = element;
    this.screen = /** @type {HTMLElement} */ (element.closest('.screen'));
    this.question = part(this.screen, 'question', HTMLDialogElement);
    this.told = part(this.screen, 'told', HTMLElement);
    /** @type {NodeListOf<HTMLButtonElement>} */
    this.pencils = element.querySelectorAll('button[data-pen]');
    this.addressOf = (/** @type {string} */ id) => addressFor(compass, id, sort, place);
    this.key = `${compass} ${place}`;
    this.drawing = drawings.get(this.key) ?? drawn(this.key);
    drawings.set(this.key, this.drawing);
    this.pencil = JSON.parse(element.dataset.pencil ?? '');
    this.sheet = new Sheet(part(this.screen, 'canvas', HTMLCanvasElement), this.pencil, {
      strokes: () => this.drawing.strokes,
      pen: () => (this.drawing.sending || this.isKept ? null : this.drawing.pen),
      begun: () => this.show(),
      drawn: () => {
        this.drawing.added();
        this.show();
      },
      full: () => say(this.told, element.dataset.full ?? ''),
    });
  }

  get isKept() {
    return drawings.get(this.key) !== this.drawing;
  }

  begin() {
    addEventListener('pagehide', () => this.keepHalfDrawn());
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
    this.show();
  }

  /** When the page begins anew the drawing is still there. */
  keepHalfDrawn() {
    const { id, strokes, isEmpty } = this.drawing;
    // a page that was wiped leaves nothing
    if (this.element.isConnected && !isEmpty && !this.isKept) {
      keepDraft(draftOf(this.key), JSON.stringify({ id, strokes }));
    }
  }

  // keeping it

  keep() {
    const { drawing } = this;
    const { patience, silence, nothing = '' } = this.element.dataset;
    this.sheet.finish();
    if (drawing.isEmpty) return say(this.told, nothing);
    if (drawing.sending) return undefined;
    drawing.id ??= newId();
    const body = JSON.stringify({ strokes: drawing.strokes });
    const manner = { type: 'application/json', patience: Number(patience), silence: Number(silence) };
    drawing.sending = send(this.addressOf(drawing.id), body, manner);
    return this.arrive(drawing.sending);
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
      drawings.delete(this.key);
      this.question.close();
      way?.click();
    });
  }
}
