// Photos: taken with our own camera, or chosen; made small, then sent, each with a ring that shows how far it is.
import { find, part, say } from '../live/find.js';
import { hasCamera } from './lens.js';
import { openOutbox } from './outbox.js';
import { Changed, copyOf, jpeg, shrink, TooLarge } from './shrink.js';
import { isCanvasTrue } from './true_canvas.js';
import { takePhoto } from './viewfinder.js';

/**
 * Answers a function that does one work at a time: an old phone has no memory for two large photos.
 * @returns {<T>(work: () => Promise<T>) => Promise<T>}
 */
export function oneAtATime() {
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  };
}

/**
 * What is sent of a photo, or the sentence that says why it cannot be.
 * @param {Promise<File>} reading
 * @param {(file: File) => Promise<Blob>} makeSmall
 * @param {{ tooLarge: string, changed: string }} words
 */
async function prepare(reading, makeSmall, { tooLarge, changed }) {
  try {
    const file = await reading;
    const body = await makeSmall(file);
    return { body, picture: body === file ? null : body };
  } catch (error) {
    if (error instanceof TooLarge) return { words: tooLarge };
    if (error instanceof Changed) return { words: changed };
    throw error;
  }
}

/** @param {HTMLElement} element */
export default function start(element) {
  const { tooLarge = '', tooMany = '', refused = '', changed = '' } = element.dataset;
  const limits = JSON.parse(element.dataset.limits ?? '');
  const mostAtOnce = Number(element.dataset.mostAtOnce);
  const outbox = openOutbox(element);
  const take = find(element, 'input[capture]', HTMLInputElement);
  const choose = find(element, 'input[multiple]', HTMLInputElement);
  const told = part(element, 'told', HTMLElement);
  const dialog = find(element, 'dialog', HTMLDialogElement);
  const inTurn = oneAtATime();
  const readInTurn = oneAtATime(); // not behind those that are made small: a file is read while it is what was chosen
  let ownCamera = hasCamera();
  // our own draws what it sees; the camera app takes the photo where that would be disturbed
  isCanvasTrue().then((isTrue) => (ownCamera &&= isTrue));

  /** @param {File} file */
  function add(file) {
    const reading = readInTurn(() => copyOf(file));
    outbox.add(() => prepare(reading, (whole) => inTurn(() => shrink(whole, limits)), { tooLarge, changed }));
  }

  /** @param {HTMLInputElement} input */
  function sendChosen(input) {
    const files = [...(input.files ?? [])];
    input.value = ''; // the same one can be chosen again
    say(told, files.length > mostAtOnce ? tooMany : '');
    for (const file of files.slice(0, mostAtOnce)) add(file);
  }

  async function sendTaken() {
    try {
      const still = await takePhoto(dialog, limits.longestSide);
      if (!still) return;
      const body = await jpeg(still, still, limits.longestSide);
      still.width = still.height = 0;
      if (!body) throw new TooLarge();
      outbox.add(() => Promise.resolve({ body, picture: body }));
    } catch {
      // no camera for us: from now on the camera app, which only opens at a tap
      ownCamera = false;
      if (navigator.userActivation?.isActive) take.click();
      else say(told, refused);
    }
  }

  take.addEventListener('click', (event) => {
    say(told, '');
    if (!ownCamera) return;
    event.preventDefault();
    sendTaken();
  });
  for (const input of [take, choose]) {
    input.addEventListener('change', () => sendChosen(input));
    if (input.files?.length) sendChosen(input); // chosen before this script was there
  }
}
