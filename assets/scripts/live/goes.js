// A sentence about what would go with this compass: it is there as long as something is not at the server yet.
const WAITS = '.sending li:not([data-state=sent])';
const CHANGED = 'kompas-waiting'; // of `capture/post.js`

/** @param {string} name of something that `live/drafts.js` keeps */
const isHalfDone = (name) => name.startsWith('half ');

/** Whether something on its way, or half done, would be lost if this browser forgot the compass now. */
export const wouldGo = () => document.querySelector(WAITS) !== null || Object.keys(sessionStorage).some(isHalfDone);

/** @param {HTMLElement} sentence */
export default function start(sentence) {
  const look = () => sentence.toggleAttribute('hidden', !wouldGo());
  document.addEventListener(CHANGED, () => setTimeout(look)); // its card says so a moment later
  look();
}
