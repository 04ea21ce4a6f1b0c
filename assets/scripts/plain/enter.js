// The printed key goes from the address into the form.
import { takeKey } from './key_in_address.js';

/** @type {HTMLInputElement | null} */
const field = document.querySelector('#enter input[name="sleutel"]');

function take() {
  const key = takeKey();
  if (key && field) field.value = key;
}

take();
// another sheet may be scanned while this page is open
addEventListener('hashchange', take);

// Without a key there is nothing to open here: back to how to scan.
if (!field?.value) location.replace('/ik-heb-een-kompas');
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
