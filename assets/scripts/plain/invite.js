// The invitation goes from the address into the form.
import { takeKey } from './key_in_address.js';

/** @type {HTMLInputElement | null} */
const field = document.querySelector('#invitation input[name="sleutel"]');

function take() {
  const token = takeKey();
  if (token && field) field.value = token;
}

take();
addEventListener('hashchange', take);

// Without one there is nothing to begin here: whoever has an account signs in.
if (!field?.value) location.replace('/werk/in');
