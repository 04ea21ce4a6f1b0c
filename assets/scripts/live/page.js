// What only the browser can do on a live page: the first picture, the sign of a lost network, keeping the focus on a
// link that is drawn anew, a small celebration, and starting the scripts of its elements.
import { keepHalfWritten } from './drafts.js';
import { watchLine } from './line.js';
import { startScripts } from './start.js';

const CHANGES = { childList: true, subtree: true };
const PIECES = 24;

/** The first picture stands until the live page does, which carries over what was not sent twice. */
function removeFirstPicture() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.nicegui-layout h1')) return;
    const first = document.getElementById('first-picture');
    for (const place of document.querySelectorAll('.nicegui-layout [data-carries]:empty')) {
      const carried = first?.querySelector(`[data-carried="${place.getAttribute('data-carries')}"]`);
      place.append(...(carried?.childNodes ?? []));
    }
    first?.remove();
    observer.disconnect();
  }).observe(document.body, CHANGES);
}

/** The framework writes English words in its popup; a pictogram and one word of ours take their place. */
function nameLostNetwork() {
  const lost = document.getElementById('lost-network');
  if (lost instanceof HTMLTemplateElement) {
    const sign = document.getElementById('popup');
    sign?.replaceChildren(lost.content);
    sign?.setAttribute('role', 'status');
  }
}

/** A link in the compass that is drawn anew keeps the focus it had; when what had it is gone, the title gets it. */
function keepFocus() {
  /** @type {string | null} */
  let held = null;
  document.addEventListener('focusin', ({ target }) => {
    const link = target instanceof Element ? target.closest('svg.compass a') : null;
    held = link?.getAttribute('data-page') ?? null;
  });
  new MutationObserver(() => {
    if (document.activeElement !== document.body) return;
    /** @type {HTMLElement | null} */
    const title = document.querySelector('.nicegui-layout h1');
    /** @type {SVGAElement | null} */
    const link = held ? document.querySelector(`svg.compass a[data-page="${held}"]`) : null;
    if (title) title.tabIndex = -1;
    (link ?? title)?.focus({ preventScroll: true });
  }).observe(document.body, CHANGES);
}

/** A small party of paper, for who likes movement. */
function celebrate() {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const party = document.createElement('div');
  party.className = 'party';
  party.setAttribute('aria-hidden', 'true');
  for (let piece = 0; piece < PIECES; piece += 1) {
    const paper = document.createElement('i');
    paper.style.setProperty('--x', `${Math.random() * 100}vw`);
    paper.style.setProperty('--turn', `${Math.random() * 720 - 360}deg`);
    paper.style.setProperty('--wait', `${Math.random() * 250}ms`);
    paper.dataset.colour = ['be-yourself', 'matter', 'take-part', 'belong'][piece % 4];
    party.append(paper);
  }
  document.body.append(party);
  setTimeout(() => party.remove(), 2000);
}

if (globalThis.kompas) globalThis.kompas.celebrate = celebrate;

watchLine();
keepHalfWritten();
startScripts();
removeFirstPicture();
nameLostNetwork();
keepFocus();
// an iPhone shows what is pressed only on a page that listens for touches
document.body.addEventListener('touchstart', () => {}, { passive: true });
// the framework takes links over its line; those of the toolbar lead on without it
document.getElementById('toolbar')?.addEventListener('click', (event) => event.stopPropagation());
