// Shows how a drawing came to be: its strokes one after another, then the drawing as it is.
const SHORTEST = 2000;
const LONGEST = 6000;
const SPEED = 3; // of the drawing's own measure for each millisecond: a house takes three seconds
const LIFT = 150; // as long a way as this takes, the pencil is off the paper between two strokes

export default function start(element) {
  const button = element.querySelector('.replay');
  // without movement there is nothing to see
  button.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let playing = null;

  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    playing?.stop();
    const drawing = await fetchDrawing(element.dataset.drawing);
    button.removeAttribute('aria-busy');
    playing?.stop(); // tapped twice
    if (drawing) playing = play(drawing, element.querySelector('img'));
  });
}

/** The `svg` at this address; null where there is none, or no network. */
async function fetchDrawing(address) {
  try {
    const answer = await fetch(address);
    const { documentElement } = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
    return answer.ok && documentElement.nodeName === 'svg' ? document.importNode(documentElement, true) : null;
  } catch {
    return null;
  }
}

function play(drawing, image) {
  stand(drawing, image);
  const { strokes, pace } = inOrder(drawing);
  let began = null;
  let shown = 0; // strokes that are there, whole
  let running = true;

  function stop() {
    running = false;
    drawing.remove();
    image.hidden = false;
  }

  function frame(now) {
    if (!running) return;
    if (!drawing.isConnected) return stop();
    began ??= now;
    const gone = (now - began) * pace;
    while (shown < strokes.length && strokes[shown].until <= gone) show(strokes[shown++], Infinity);
    if (shown === strokes.length) return stop();
    show(strokes[shown], gone);
    requestAnimationFrame(frame);
  }

  requestAnimationFrame(frame);
  return { stop };
}

// In the place of the image, just as large.
function stand(drawing, image) {
  const { offsetWidth, offsetHeight } = image;
  drawing.setAttribute('class', image.className);
  drawing.setAttribute('aria-hidden', 'true');
  drawing.style.width = `${offsetWidth}px`;
  drawing.style.height = `${offsetHeight}px`;
  image.before(drawing);
  image.hidden = true;
}

/**
 * All strokes, hidden, each with the way the pencil has gone when it begins and when it is there; and its pace, in
 * as much of that way for each millisecond as lets no drawing take too short or too long.
 */
function inOrder(drawing) {
  let way = 0;
  const strokes = [...drawing.querySelectorAll('path')].map((path) => {
    const length = path.getTotalLength();
    const from = way + LIFT;
    way = from + length;
    path.style.visibility = 'hidden';
    return { path, length, from, until: way };
  });
  return { strokes, pace: way / Math.max(SHORTEST, Math.min(LONGEST, way / SPEED)) };
}

function show({ path, length, from, until }, gone) {
  if (gone < from) return;
  path.style.visibility = '';
  path.style.strokeDasharray = gone < until ? `${gone - from} ${length}` : '';
}
