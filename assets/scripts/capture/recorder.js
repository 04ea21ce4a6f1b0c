// Spoken words: hold to speak, let go to send. What was said is sent, never played by itself.
import { part, say } from '../live/find.js';
import { openOutbox } from './outbox.js';

const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg'];
const SHORTEST = 0.5;
const BITS_PER_SECOND = 24_000;
const ONE_VOICE = { audio: { channelCount: 1, echoCancellation: true } };
const CLOCK = 100;

/** @typedef {'hold' | 'tap'} How the person began to speak */

/** @typedef {{ stop: () => void }} Recording */

/**
 * Whether nobody can have said anything in so many seconds.
 * @param {number} seconds
 */
export const isTooShort = (seconds) => seconds < SHORTEST;

/**
 * How much of the time is gone, in percent, and how many whole seconds are left.
 * @param {number} seconds
 * @param {number} longest
 */
export const timeOf = (seconds, longest) => ({
  share: (100 * seconds) / longest,
  left: Math.ceil(longest - seconds),
  isOver: seconds >= longest,
});

/** @param {HTMLElement} element */
export default function start(element) {
  if (!navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder) return; // the button stays hidden
  const { tooShort = '', now = '', refused = '', hold = '', tap = '' } = element.dataset;
  const button = part(element, 'speak', HTMLButtonElement);
  const panel = panelOf(element, button);
  const outbox = openOutbox(element);
  /** @type {{ how: How } | null} */
  let wanted = null; // as long as the person wants it
  /** @type {Recording | null} */
  let recording = null;

  /** @param {How} how */
  async function begin(how) {
    if (wanted || recording) return;
    const mine = (wanted = { how });
    panel.tell('told', '');
    const asked = Date.now();
    try {
      const stream = await navigator.mediaDevices.getUserMedia(ONE_VOICE);
      if (wanted === mine && element.isConnected) recording = record(stream, show, finish);
      else silence(stream); // they let go meanwhile: to answer the browser, or too soon
    } catch {
      wanted = null;
      return panel.tell('told', refused);
    }
    if (recording) panel.said.textContent = how === 'hold' ? hold : tap;
    else panel.tell('hint', isTooShort((Date.now() - asked) / 1000) ? tooShort : now);
  }

  function end() {
    wanted = null;
    recording?.stop();
  }

  /** @param {number} seconds */
  function show(seconds) {
    const time = timeOf(seconds, Number(element.dataset.longest));
    panel.show(time);
    if (time.isOver || !element.isConnected) end();
  }

  /**
   * @param {Blob} body
   * @param {number} seconds
   */
  function finish(body, seconds) {
    recording = wanted = null;
    panel.hide();
    if (isTooShort(seconds)) panel.tell('hint', tooShort);
    else outbox.add(() => Promise.resolve({ body }));
  }

  watchHolding(button, begin, () => wanted?.how === 'hold' && end());
  watchTapping(button, () => (wanted ? end() : begin('tap')));
  button.hidden = false;
}

/**
 * What shows that it listens, and says what is the matter.
 * @param {HTMLElement} element
 * @param {HTMLElement} button
 */
function panelOf(element, button) {
  const [listening, left, said] = ['listening', 'left', 'said'].map((name) => part(element, name, HTMLElement));
  if (!listening || !left || !said) throw new TypeError('no place to listen');
  return {
    said,

    /**
     * One sentence in its place: trouble, or a hint. Empty takes both away.
     * @param {'told' | 'hint'} place
     * @param {string} words
     */
    tell(place, words) {
      for (const name of ['told', 'hint']) say(part(element, name, HTMLElement), name === place ? words : '');
    },

    /** @param {{ share: number, left: number }} time */
    show(time) {
      listening.hidden = false;
      button.setAttribute('aria-pressed', 'true');
      listening.style.setProperty('--share', String(time.share));
      left.textContent = String(time.left);
    },

    hide() {
      listening.hidden = true;
      said.textContent = '';
      button.setAttribute('aria-pressed', 'false');
    },
  };
}

/**
 * A finger on the button, or a key that is held down.
 * @param {HTMLElement} button
 * @param {(how: How) => unknown} begin
 * @param {() => unknown} letGo
 */
function watchHolding(button, begin, letGo) {
  button.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    button.setPointerCapture(event.pointerId);
    begin('hold');
  });
  // sliding away, or a call that comes in, keeps what was said
  for (const over of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur']) button.addEventListener(over, letGo);
  button.addEventListener('contextmenu', (event) => event.preventDefault()); // what a long touch would open
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault(); // no click will follow
    if (event.type === 'keyup') letGo();
    else if (!event.repeat) begin('hold');
  };
  button.addEventListener('keydown', press);
  button.addEventListener('keyup', press);
}

/**
 * A screen reader or a switch cannot hold: it clicks once to begin and once to end.
 * @param {HTMLElement} button
 * @param {() => unknown} turn
 */
function watchTapping(button, turn) {
  button.addEventListener('click', (event) => {
    if (!event.detail) turn();
  });
}

/**
 * Record until `stop()`. `show` hears how many seconds there are, `finish` gets all of it.
 * @param {MediaStream} stream
 * @param {(seconds: number) => void} show
 * @param {(body: Blob, seconds: number) => void} finish
 * @returns {Recording}
 */
function record(stream, show, finish) {
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, {
    ...(mimeType && { mimeType }),
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  /** @type {Blob[]} */
  const parts = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  /** @type {number | undefined} */
  let length;
  const clock = setInterval(() => show(seconds()), CLOCK);
  const hide = () => document.hidden && stop();
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.onstop = () => {
    clearInterval(clock);
    document.removeEventListener('visibilitychange', hide);
    silence(stream);
    finish(new Blob(parts, { type: recorder.mimeType }), length ?? seconds());
  };
  function stop() {
    if (recorder.state === 'inactive') return;
    length = seconds();
    recorder.stop();
  }
  document.addEventListener('visibilitychange', hide);
  recorder.start();
  show(0);
  return { stop };
}

/** @param {MediaStream} stream */
function silence(stream) {
  for (const track of stream.getTracks()) track.stop();
}
