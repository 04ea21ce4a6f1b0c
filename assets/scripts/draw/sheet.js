// A sheet to draw on, with a finger, a pen or a mouse. What is drawn is kept as strokes, in whole numbers.
import { at, half, level, lighten, onSheet, pressures, tells, thin } from './strokes.js';

/** @import { Pen } from './drawing.js' */
/** @import { Pencil, Point, Stroke, Touch } from './strokes.js' */

const PEN_FIRST = 1000; // milliseconds in which a hand that follows the pen does not draw
const SHARPEST = 2; // more pixels for each one of the page cost an old phone time, and are not seen

/**
 * What a sheet asks and tells whoever it belongs to: the strokes to draw and to add to, and what to draw with, or null
 * when nothing may be drawn now. `begun` hears that a stroke begins, or that it was none, `drawn` that it is there,
 * `full` that there is no room for one.
 * @typedef {object} Owner
 * @property {() => Stroke[]} strokes
 * @property {() => Pen | null} pen
 * @property {() => void} begun
 * @property {() => void} drawn
 * @property {() => void} full
 */

/**
 * The stroke that is being drawn, with which pointer; how far it stands on the sheet, and the last point that was too
 * near to be kept.
 * @typedef {object} Line
 * @property {number} id
 * @property {string} type
 * @property {Stroke} stroke
 * @property {number} inked
 * @property {(touch: Touch) => number} pressed
 * @property {Point} [latest]
 */

/** Draws strokes on a canvas. */
class Ink {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Pencil} pencil
   */
  constructor(canvas, pencil) {
    this.canvas = canvas;
    this.pencil = pencil;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    this.pixels = 0;
  }

  /**
   * The pieces of a stroke around these points: straight at its ends, curved between them.
   * @param {Stroke} stroke
   * @param {number} first
   * @param {number} last
   */
  stroke({ colour, size, points }, first, last) {
    const { context, pencil } = this;
    context.strokeStyle = at(pencil.colours, colour);
    let width = 0;
    for (let index = first; index <= last; index += 1) {
      const [x, y, pressure] = at(points, index);
      const wanted = at(pencil.steps, size) * (2 + level(pressure, pencil.levels));
      if (wanted !== width) {
        if (width) context.stroke();
        context.lineWidth = width = wanted;
        context.beginPath();
        context.moveTo(...half(points, index));
      }
      // a dot gets some length, or it would not be drawn
      const end = points.length > 1 ? half(points, index + 1) : /** @type {[number, number]} */ ([x + 0.5, y]);
      if (index === 0 || index === points.length - 1) context.lineTo(...end);
      else context.quadraticCurveTo(x, y, ...end);
    }
    if (width) context.stroke();
  }

  /** @param {Stroke[]} strokes */
  redraw(strokes) {
    const { sheet } = this.pencil;
    this.context.fillStyle = '#FFFFFF';
    this.context.fillRect(0, 0, sheet, sheet);
    for (const stroke of strokes) this.stroke(stroke, 0, stroke.points.length - 1);
  }

  /**
   * Have as many pixels as a sheet of this width shows; answers whether that is another number than before.
   * @param {number} width of the sheet on the page
   */
  fit(width) {
    const wanted = Math.round(width * Math.min(devicePixelRatio, SHARPEST));
    if (!wanted || wanted === this.pixels) return false;
    this.canvas.width = this.canvas.height = this.pixels = wanted;
    this.context.scale(wanted / this.pencil.sheet, wanted / this.pencil.sheet);
    this.context.lineCap = this.context.lineJoin = 'round';
    return true;
  }
}

export class Sheet {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Pencil} pencil
   * @param {Owner} owner
   */
  constructor(canvas, pencil, owner) {
    this.canvas = canvas;
    this.pencil = pencil;
    this.owner = owner;
    this.ink = new Ink(canvas, pencil);
    this.feel = pressures(pencil.levels);
    this.box = canvas.getBoundingClientRect();
    this.penSeen = -PEN_FIRST;
    /** @type {Line | null} */
    this.line = null;
    this.watch();
  }

  watch() {
    this.canvas.addEventListener('pointerdown', (event) => this.begin(event));
    this.canvas.addEventListener('pointermove', (event) => this.move(event));
    for (const over of /** @type {const} */ (['pointerup', 'pointercancel'])) {
      this.canvas.addEventListener(over, (event) => event.pointerId === this.line?.id && this.finish());
    }
    // a tablet would take the pen for handwriting
    this.canvas.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false });
    new ResizeObserver(() => this.fit()).observe(this.canvas);
    this.fit(); // the observer speaks a frame later: until then the sheet would be black, not white
  }

  fit() {
    this.box = this.canvas.getBoundingClientRect();
    if (this.ink.fit(this.box.width)) this.redraw();
  }

  /** Draw everything anew. */
  redraw() {
    this.ink.redraw(this.owner.strokes());
  }

  /** @param {PointerEvent} event */
  begin(event) {
    if (event.pointerType === 'pen') {
      this.penSeen = event.timeStamp;
      if (this.line?.type === 'touch') this.forget(); // it was the hand that holds the pen
    }
    const isPalm = event.pointerType === 'touch' && event.timeStamp - this.penSeen < PEN_FIRST;
    const pen = this.owner.pen();
    if (this.line || isPalm || !pen || event.button !== 0) return;
    if (this.owner.strokes().length >= this.pencil.mostStrokes) return this.owner.full();
    this.canvas.setPointerCapture(event.pointerId);
    this.box = this.canvas.getBoundingClientRect();
    const pressed = this.feel(event);
    /** @type {Stroke} */
    const stroke = { ...pen, points: [this.pointOf(event, pressed)] };
    this.line = { id: event.pointerId, type: event.pointerType, stroke, inked: 0, pressed };
    this.owner.strokes().push(stroke);
    this.ink.stroke(stroke, 0, 0);
    this.owner.begun();
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { line } = this;
    if (event.pointerType === 'pen') this.penSeen = event.timeStamp;
    if (event.pointerId !== line?.id) return;
    // all places since the last frame; only on https
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length ? events : [event]) this.add(line, one);
    // the newest point waits for the next one, which says how the line bends
    const last = line.stroke.points.length - 2;
    if (last < line.inked) return;
    this.ink.stroke(line.stroke, line.inked, last);
    line.inked = last + 1;
  }

  /**
   * @param {Line} line
   * @param {PointerEvent} event
   */
  add(line, event) {
    const { points } = line.stroke;
    const point = this.pointOf(event, line.pressed);
    if (tells(point, at(points, points.length - 1))) points.push(point);
    else line.latest = point;
  }

  /**
   * @param {PointerEvent} event
   * @param {(touch: Touch) => number} pressed
   * @returns {Point}
   */
  pointOf(event, pressed) {
    const { left, top, width, height } = this.box;
    const place = onSheet((event.clientX - left) / width, (event.clientY - top) / height, this.pencil);
    return [...place, pressed(event)];
  }

  /** End the stroke that is being drawn, if any. */
  finish() {
    if (!this.line) return;
    const { stroke, inked, latest } = this.line;
    const tip = at(stroke.points, stroke.points.length - 1);
    if (latest && stroke.points.length > 1 && (latest[0] !== tip[0] || latest[1] !== tip[1])) {
      stroke.points.push(latest);
    }
    this.ink.stroke(stroke, inked, stroke.points.length - 1);
    this.line = null;
    stroke.points = thin(stroke.points, 1);
    lighten(this.owner.strokes(), this.pencil.mostPoints);
    this.owner.drawn();
  }

  forget() {
    this.line = null;
    this.owner.strokes().pop();
    this.redraw();
    this.owner.begun();
  }
}
