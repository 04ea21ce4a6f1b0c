// Takes the printed key out of the address, so that neither history, screen nor referrer keeps it.
const key = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
document.querySelector('#enter input[name="sleutel"]').value = key;

// Without a key there is nothing to open here: back to how to scan.
if (!key) location.replace('/ik-heb-een-kompas');
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
