// A sheet to draw on, with a finger, a pen or a mouse. What is drawn is kept as strokes, in whole numbers on a
// square of 1000 × 1000; the curves are those of model/media/sketch.py, so what one sees is what is kept.
const SHEET = 1000;
const APART = 4; // points closer together than this tell nothing
const PEN_FIRST = 1000; // milliseconds in which a hand that follows the pen does not draw
const SHARPEST = 2; // more pixels for each one of the page cost an old phone time, and are not seen

/**
 * `strokes()` gives the list to draw and to add to, `pen()` the colour and the size to draw with, or null when
 * nothing may be drawn now. `begun()` hears that a stroke begins, or that it was none; `drawn()` that it is there,
 * `full()` that there is no room for one.
 * Answers `{redraw, finish}`: draw everything anew, and end the stroke that is being drawn.
 */
export function openSheet(canvas, { colours, steps, levels, beyond, mostStrokes, mostPoints }, on) {
  const context = canvas.getContext('2d', { alpha: false });
  const feel = pressures(levels);
  let sheet = canvas.getBoundingClientRect();
  let pixels = 0;
  let drawing = null; // the pointer and the stroke it draws
  let penSeen = -PEN_FIRST;

  const level = (pressure) => Math.floor((pressure * levels + 50) / 100);

  // Halfway a point and the one before it; the ends themselves.
  function half(points, place) {
    const one = points[Math.max(place - 1, 0)];
    const other = points[Math.min(place, points.length - 1)];
    return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
  }

  // The pieces of a stroke around these points: straight at its ends, curved between them.
  function ink({ colour, size, points }, first, last) {
    context.strokeStyle = colours[colour];
    let width = 0;
    for (let place = first; place <= last; place += 1) {
      const [x, y, pressure] = points[place];
      const wanted = steps[size] * (2 + level(pressure));
      if (wanted !== width) {
        if (width) context.stroke();
        context.lineWidth = width = wanted;
        context.beginPath();
        context.moveTo(...half(points, place));
      }
      // a dot gets some length, or it would not be drawn
      const end = points.length > 1 ? half(points, place + 1) : [x + 0.5, y];
      if (place === 0 || place === points.length - 1) context.lineTo(...end);
      else context.quadraticCurveTo(x, y, ...end);
    }
    if (width) context.stroke();
  }

  function redraw() {
    context.fillStyle = '#FFFFFF';
    context.fillRect(0, 0, SHEET, SHEET);
    for (const stroke of on.strokes()) ink(stroke, 0, stroke.points.length - 1);
  }

  function fit() {
    sheet = canvas.getBoundingClientRect();
    const wanted = Math.round(sheet.width * Math.min(devicePixelRatio, SHARPEST));
    if (!wanted || wanted === pixels) return;
    canvas.width = canvas.height = pixels = wanted;
    context.scale(pixels / SHEET, pixels / SHEET);
    context.lineCap = context.lineJoin = 'round';
    redraw();
  }

  function pointOf(event) {
    const on = (offset, length) => Math.round((offset / length) * SHEET);
    const within = (value) => Math.max(-beyond, Math.min(SHEET + beyond, value));
    const x = within(on(event.clientX - sheet.left, sheet.width));
    const y = within(on(event.clientY - sheet.top, sheet.height));
    return [x, y, drawing.pressed(event)];
  }

  function add(event) {
    const { points } = drawing.stroke;
    const point = pointOf(event);
    const [x, y] = points[points.length - 1];
    if (Math.hypot(point[0] - x, point[1] - y) >= APART) points.push(point);
    else drawing.latest = point;
  }

  function begin(event) {
    if (event.pointerType === 'pen') {
      penSeen = event.timeStamp;
      if (drawing?.type === 'touch') forget(); // it was the hand that holds the pen
    }
    const isPalm = event.pointerType === 'touch' && event.timeStamp - penSeen < PEN_FIRST;
    const pen = on.pen();
    if (drawing || isPalm || !pen || event.button !== 0) return;
    if (on.strokes().length >= mostStrokes) return on.full();
    canvas.setPointerCapture(event.pointerId);
    sheet = canvas.getBoundingClientRect();
    const stroke = { ...pen, points: [] };
    drawing = { id: event.pointerId, type: event.pointerType, stroke, inked: 0, pressed: feel(event) };
    stroke.points.push(pointOf(event));
    on.strokes().push(stroke);
    ink(stroke, 0, 0);
    on.begun();
  }

  function move(event) {
    if (event.pointerType === 'pen') penSeen = event.timeStamp;
    if (event.pointerId !== drawing?.id) return;
    // all places since the last frame; only on https
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length ? events : [event]) add(one);
    // the newest point waits for the next one, which says how the line bends
    const { stroke, inked } = drawing;
    const last = stroke.points.length - 2;
    if (last < inked) return;
    ink(stroke, inked, last);
    drawing.inked = last + 1;
  }

  function end(event) {
    if (event.pointerId === drawing?.id) finish();
  }

  function finish() {
    if (!drawing) return;
    const { stroke, inked, latest } = drawing;
    const tip = stroke.points[stroke.points.length - 1];
    if (latest && stroke.points.length > 1 && (latest[0] !== tip[0] || latest[1] !== tip[1])) stroke.points.push(latest);
    ink(stroke, inked, stroke.points.length - 1);
    drawing = null;
    stroke.points = thin(stroke.points, 1);
    lighten(on.strokes(), mostPoints);
    on.drawn();
  }

  function forget() {
    drawing = null;
    on.strokes().pop();
    redraw();
    on.begun();
  }

  canvas.addEventListener('pointerdown', begin);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  // a tablet would take the pen for handwriting
  canvas.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false });
  new ResizeObserver(fit).observe(canvas);

  return { redraw, finish };
}

// How hard one presses, from 0 to 100 in as many steps as there are levels; 50 where a device cannot tell.
function pressures(levels) {
  const felt = new Set(); // a screen that always feels the same feels nothing
  return (first) => {
    const feels = first.pointerType === 'pen' || felt.size > 2;
    let held = null;
    return ({ pointerType, pressure }) => {
      if (pointerType === 'touch' && felt.size <= 2) felt.add(pressure);
      if (pointerType === 'mouse' || !feels || !pressure) return held === null ? 50 : Math.round((held * 100) / levels);
      const wanted = pressure * levels;
      // a hand that trembles does not change the level all the time
      if (held === null || Math.abs(wanted - held) > 0.7) held = Math.round(wanted);
      return Math.round((held * 100) / levels);
    };
  };
}

// Leaves out points where the line stays as good as it was without them; the more, the larger the tolerance.
function thin(points, tolerance) {
  const kept = [points[0]];
  let left = false;
  for (let place = 1; place < points.length - 1; place += 1) {
    const [before, point, after] = [kept[kept.length - 1], points[place], points[place + 1]];
    const x = (before[0] + after[0]) / 2 - point[0];
    const y = (before[1] + after[1]) / 2 - point[1];
    const asHard = tolerance > 1 || (point[2] === before[2] && point[2] === after[2]);
    left = !left && asHard && Math.hypot(x, y) <= tolerance;
    if (!left) kept.push(point);
  }
  if (points.length > 1) kept.push(points[points.length - 1]);
  return kept;
}

// An hour of scribbling stays small: when there are too many points, the ones that matter least go.
function lighten(strokes, most) {
  const count = () => strokes.reduce((sum, { points }) => sum + points.length, 0);
  if (count() <= most) return;
  for (let tolerance = 2; count() > 0.75 * most; tolerance *= 2) {
    for (const stroke of strokes) stroke.points = thin(stroke.points, tolerance);
  }
}
