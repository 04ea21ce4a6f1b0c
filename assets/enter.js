// Takes the printed key out of the address, so that neither history, screen nor referrer keeps it.
const key = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
document.querySelector('#enter input[name="sleutel"]').value = key;
