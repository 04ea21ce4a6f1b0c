// What waits and has no place on this screen: it is shown beside it, and sent all the same. When its own screen comes,
// it moves there.
import { find } from '../live/find.js';
import { aboutOf, goOn, shelfFor, strayLists } from './outbox.js';
import { allWaiting, onChange } from './post.js';

/** @import { Parcel } from './kept.js' */

/** @param {HTMLElement} tray */
export default function start(tray) {
  async function look() {
    if (!document.querySelector('.nicegui-layout h1')) return; // its own screen may be on its way
    for (const list of strayLists()) tray.append(list);
    for (const parcel of await allWaiting()) {
      if (parcel.compass === tray.dataset.compass && !document.querySelector(placeOf(parcel))) take(parcel);
    }
  }

  /** @param {Parcel} parcel */
  function take(parcel) {
    const template = find(tray, `template[data-of="${parcel.sort}"]`, HTMLTemplateElement);
    const shelf = shelfFor(aboutOf(parcel), () => {
      const list = document.createElement('ul');
      list.className = 'sending';
      return list;
    });
    if (!shelf.list.isConnected) tray.append(shelf.list);
    goOn(shelf, { template, lost: template.dataset.lost ?? '', manner: tray.dataset }, parcel);
  }

  onChange(look);
  new MutationObserver(look).observe(document.getElementById('app') ?? document.body, {
    childList: true,
    subtree: true,
  });
  look();
}

/**
 * Where a parcel is shown on its own screen.
 * @param {Parcel} parcel
 */
const placeOf = ({ place, sort }) => `#app [data-place="${CSS.escape(place)}"][data-sort="${sort}"]`;
