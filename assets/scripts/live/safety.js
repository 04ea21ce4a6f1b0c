// What keeps a person safe: the lock of a device that others use too, "Snel weg", and a page that can be wiped. On a live
// page it stands in the page itself (`ui/look/inlined.py`), so that it is there when no file comes: on a full phone, or
// a bad line.
import { leave, watchLeaving, wipe } from './leave.js';
import lock from './lock.js';
import quickExit from './quick_exit.js';

/**
 * The only global of ours: what the server says to an open page. It is there before the framework opens its line.
 * @type {Kompas}
 */
const kompas = { wipe, leave };
Object.assign(globalThis, { kompas });

watchLeaving();
quickExit();
const settings = document.getElementById('page-settings');
if (Number(settings?.dataset.idle)) lock(/** @type {HTMLElement} */ (settings));
