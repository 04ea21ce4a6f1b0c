// A drawing that is being made: its strokes, the pencil in use, and the way back. What is lost on the way stays here.

/** @import { Answer } from '../capture/send.js' */
/** @import { Stroke } from './strokes.js' */

/** @typedef {{ colour: number, size: number }} Pen which of the colours and sizes */

export class Drawing {
  constructor() {
    /** @type {Stroke[]} */
    this.strokes = [];
    /** @type {Pen} */
    this.pen = { colour: 0, size: 1 };
    /** @type {(Stroke[] | null)[]} for each step the strokes that were taken away; null when one was added */
    this.past = [];
    /** @type {Promise<Answer> | null} as long as it is on its way */
    this.sending = null;
    /** @type {string | null} of what was sent, so that the same drawing is kept once */
    this.id = null;
    /** @type {string | null} where it was sent to, perhaps before it became another drawing */
    this.sentTo = null;
  }

  get isEmpty() {
    return this.strokes.length === 0;
  }

  get isUntouched() {
    return this.past.length === 0;
  }

  /** A stroke was added to `strokes`: from here on it is another drawing than was sent, perhaps in vain. */
  added() {
    this.past.push(null);
    this.id = null;
  }

  /** Answers whether there was anything to take away. */
  wipe() {
    if (this.sending || this.isEmpty) return false;
    this.past.push(this.strokes);
    this.strokes = [];
    this.id = null;
    return true;
  }

  /** One step back; answers whether there was one. */
  undo() {
    const wiped = this.sending ? undefined : this.past.pop();
    if (wiped === undefined) return false;
    if (wiped) this.strokes = wiped;
    else this.strokes.pop();
    this.id = null;
    return true;
  }
}
