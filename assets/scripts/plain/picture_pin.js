// Picture PIN: taps are numbered at once, and sent together when there are enough.

/**
 * What is tapped after one more tap: a second tap takes the first back, and what is complete is on its way.
 * @param {string[]} before in their order
 * @param {string} picture
 * @param {number} length of a whole PIN
 */
export function tapped(before, picture, length) {
  if (before.length === length) return before;
  return before.includes(picture) ? before.filter((one) => one !== picture) : [...before, picture];
}

/**
 * The pictures that this page already holds, in their order; from here on they are held here, and can be taken back.
 * @param {HTMLFormElement} form
 */
function takeHeld(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = form.querySelectorAll('input[name=plaatje]');
  for (const field of fields) field.remove();
  /** @type {NodeListOf<HTMLButtonElement>} */
  const tiles = form.querySelectorAll('button.tile:disabled');
  for (const tile of tiles) tile.disabled = false;
  return [...fields].map((field) => field.value);
}

/** @param {HTMLFormElement} form */
function start(form) {
  const length = Number(form.dataset.length);
  // taps from before this script was there went to the server one by one; it sent them back as held
  let pictures = takeHeld(form);
  show();

  function show() {
    /** @type {NodeListOf<HTMLButtonElement>} */
    const tiles = form.querySelectorAll('button.tile');
    for (const tile of tiles) {
      const order = pictures.indexOf(tile.value) + 1;
      tile.setAttribute('aria-pressed', String(order > 0));
      if (order) tile.dataset.order = String(order);
      else delete tile.dataset.order;
    }
  }

  function send() {
    for (const picture of pictures) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: 'plaatje', value: picture });
      form.append(field);
    }
    form.submit();
  }

  form.addEventListener('click', (event) => {
    const tile = event.target instanceof Element ? event.target.closest('.tile') : null;
    if (!(tile instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (pictures.length === length) return; // on their way
    pictures = tapped(pictures, tile.value, length);
    show();
    if (pictures.length === length) send();
  });
}

/** @type {HTMLFormElement | null | undefined} */
const form = globalThis.document?.querySelector('form#pictures');
if (form) start(form);

// Back shows no taps of before.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
