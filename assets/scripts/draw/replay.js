// Shows how a drawing came to be: its strokes one after another, then the drawing as it is.
import { find } from '../live/find.js';

const SHORTEST = 2000;
const LONGEST = 6000;
const SPEED = 3; // of the drawing's own measure for each millisecond: a house takes three seconds
const LIFT = 150; // as long a way as this takes, the pencil is off the paper between two strokes

/** @typedef {{ from: number, until: number }} Part of the way that the pencil goes */

/**
 * Which part of the way each stroke is, for strokes of these lengths one after another.
 * @param {number[]} lengths
 * @returns {Part[]}
 */
export function partsOf(lengths) {
  let way = 0;
  return lengths.map((length) => {
    const from = way + LIFT;
    way = from + length;
    return { from, until: way };
  });
}

/**
 * How fast the pencil goes, in as much of the way for each millisecond as lets no drawing take too short or too long.
 * @param {number} way the whole of it
 */
export const paceOf = (way) => way / Math.max(SHORTEST, Math.min(LONGEST, way / SPEED));

/** @param {HTMLElement} element */
export default function start(element) {
  const button = find(element, '.replay', HTMLButtonElement);
  // without movement there is nothing to see
  button.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
  /** @type {{ stop: () => void } | null} */
  let playing = null;

  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    playing?.stop();
    const drawing = await fetchDrawing(element.dataset.drawing ?? '');
    button.removeAttribute('aria-busy');
    playing?.stop(); // tapped twice
    if (drawing) playing = play(drawing, find(element, 'img', HTMLImageElement));
  });
}

/**
 * The `svg` at this address; null where there is none, or no network.
 * @param {string} address
 */
async function fetchDrawing(address) {
  try {
    const answer = await fetch(address);
    const { documentElement } = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
    const drawing = document.importNode(documentElement, true);
    return answer.ok && drawing instanceof SVGSVGElement ? drawing : null;
  } catch {
    return null;
  }
}

/**
 * @param {SVGSVGElement} drawing
 * @param {HTMLImageElement} image
 */
function play(drawing, image) {
  stand(drawing, image);
  const strokes = inOrder(drawing);
  const pace = paceOf(strokes[strokes.length - 1]?.until ?? 0);
  /** @type {number | null} */
  let began = null;
  let running = true;

  function stop() {
    running = false;
    drawing.remove();
    image.hidden = false;
  }

  /** @param {number} now */
  function frame(now) {
    if (!running) return;
    if (!drawing.isConnected) return stop();
    began ??= now;
    const gone = (now - began) * pace;
    while (strokes[0] && strokes[0].until <= gone) show(strokes.shift(), Infinity);
    if (!strokes.length) return stop();
    show(strokes[0], gone);
    requestAnimationFrame(frame);
  }

  requestAnimationFrame(frame);
  return { stop };
}

/**
 * In the place of the image, just as large.
 * @param {SVGSVGElement} drawing
 * @param {HTMLImageElement} image
 */
function stand(drawing, image) {
  const { offsetWidth, offsetHeight } = image;
  drawing.setAttribute('class', image.className);
  drawing.setAttribute('aria-hidden', 'true');
  drawing.style.width = `${offsetWidth}px`;
  drawing.style.height = `${offsetHeight}px`;
  image.before(drawing);
  image.hidden = true;
}

/** @typedef {Part & { path: SVGPathElement, length: number }} Shown a stroke and when it is shown */

/**
 * All strokes, hidden.
 * @param {SVGSVGElement} drawing
 * @returns {Shown[]}
 */
function inOrder(drawing) {
  const paths = [...drawing.querySelectorAll('path')];
  const lengths = paths.map((path) => path.getTotalLength());
  for (const path of paths) path.style.visibility = 'hidden';
  return partsOf(lengths).map(({ from, until }, index) => ({
    path: /** @type {SVGPathElement} */ (paths[index]),
    length: until - from,
    from,
    until,
  }));
}

/**
 * @param {Shown | undefined} stroke
 * @param {number} gone
 */
function show(stroke, gone) {
  if (!stroke || gone < stroke.from) return;
  stroke.path.style.visibility = '';
  stroke.path.style.strokeDasharray = gone < stroke.until ? `${gone - stroke.from} ${stroke.length}` : '';
}
