// Strokes as numbers: which points are worth keeping, how hard one presses, how a line runs between its points.
// The curves are those of model/media/sketch.py, so what one sees is what is kept.
const APART = 4; // points closer together than this tell nothing
const STEADY = 0.7; // of a level: less is a hand that trembles
const ENOUGH_ROOM = 0.75; // of the points there may be, so that a stroke later there is still room

/** @typedef {[x: number, y: number, pressure: number]} Point whole numbers, the pressure from 0 to 100 */

/** @typedef {{ colour: number, size: number, points: Point[] }} Stroke drawn without lifting the pencil */

/** @typedef {{ pointerType: string, pressure: number }} Touch what a device tells of one moment */

/**
 * What the model says of drawings: the side of the sheet, how far a stroke may go off it, the colours, how much wider
 * a stroke of each size gets with each level of pressure, and how much fits in one drawing.
 * @typedef {object} Pencil
 * @property {number} sheet
 * @property {number} beyond
 * @property {string[]} colours
 * @property {number[]} steps
 * @property {number} levels
 * @property {number} mostStrokes
 * @property {number} mostPoints
 */

/**
 * The level of a pressure.
 * @param {number} pressure
 * @param {number} levels
 */
export const level = (pressure, levels) => Math.floor((pressure * levels + 50) / 100);

/**
 * Halfway a point and the one before it; the ends themselves.
 * @param {Point[]} points
 * @param {number} index
 * @returns {[x: number, y: number]}
 */
export function half(points, index) {
  const one = at(points, Math.max(index - 1, 0));
  const other = at(points, Math.min(index, points.length - 1));
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}

/**
 * A place on the sheet, given as parts of its width and height from 0 to 1.
 * @param {number} across
 * @param {number} down
 * @param {Pick<Pencil, 'sheet' | 'beyond'>} pencil
 * @returns {[x: number, y: number]}
 */
export function onSheet(across, down, { sheet, beyond }) {
  const within = (/** @type {number} */ part) => Math.max(-beyond, Math.min(sheet + beyond, Math.round(part * sheet)));
  return [within(across), within(down)];
}

/**
 * Whether a point is far enough from the one before it to tell anything.
 * @param {Point} point
 * @param {Point} before
 */
export const tells = (point, before) => Math.hypot(point[0] - before[0], point[1] - before[1]) >= APART;

/**
 * Leaves out points where the line stays as good as it was without them; the more, the larger the tolerance. A
 * tolerance above 1 gives up changes of pressure too.
 * @param {Point[]} points at least one
 * @param {number} tolerance
 * @returns {Point[]}
 */
export function thin(points, tolerance) {
  const kept = points.slice(0, 1);
  let left = false;
  for (let index = 1; index < points.length - 1; index += 1) {
    const [before, point, after] = [at(kept, kept.length - 1), at(points, index), at(points, index + 1)];
    const x = (before[0] + after[0]) / 2 - point[0];
    const y = (before[1] + after[1]) / 2 - point[1];
    const asHard = tolerance > 1 || (point[2] === before[2] && point[2] === after[2]);
    left = !left && asHard && Math.hypot(x, y) <= tolerance;
    if (!left) kept.push(point);
  }
  return points.length > 1 ? [...kept, at(points, points.length - 1)] : kept;
}

/** @param {Stroke[]} strokes */
export const count = (strokes) => strokes.reduce((sum, { points }) => sum + points.length, 0);

/**
 * An hour of scribbling stays small: when there are too many points, the ones that matter least go.
 * @param {Stroke[]} strokes
 * @param {number} most
 */
export function lighten(strokes, most) {
  if (count(strokes) <= most) return;
  for (let tolerance = 2; count(strokes) > ENOUGH_ROOM * most; tolerance *= 2) {
    for (const stroke of strokes) stroke.points = thin(stroke.points, tolerance);
  }
}

/**
 * How hard one presses, from 0 to 100 in as many steps as there are levels; 50 where a device cannot tell.
 * Answers a function that is called for each stroke with its first touch, and answers one for all its touches.
 * @param {number} levels
 */
export function pressures(levels) {
  const felt = new Set(); // a screen that always feels the same feels nothing
  return (/** @type {Touch} */ first) => {
    const feels = first.pointerType === 'pen' || felt.size > 2;
    /** @type {number | null} */
    let held = null;
    return (/** @type {Touch} */ { pointerType, pressure }) => {
      if (pointerType === 'touch' && felt.size <= 2) felt.add(pressure);
      if (pointerType === 'mouse' || !feels || !pressure) return held === null ? 50 : Math.round((held * 100) / levels);
      const wanted = pressure * levels;
      // a hand that trembles does not change the level all the time
      if (held === null || Math.abs(wanted - held) > STEADY) held = Math.round(wanted);
      return Math.round((held * 100) / levels);
    };
  };
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} index
 * @returns {T}
 */
export const at = (list, index) => /** @type {T} */ (list[index]);
