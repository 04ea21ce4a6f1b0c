// Takes the invitation out of the address, so that neither history, screen nor referrer keeps it.
/** @type {HTMLInputElement | null} */
const field = document.querySelector('#invitation input[name="sleutel"]');

function take() {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (token && field) field.value = token;
}

take();
addEventListener('hashchange', take);

// Without one there is nothing to begin here: whoever has an account signs in.
if (!field?.value) location.replace('/werk/in');
