// Picture code: taps are numbered at once, and sent together when there are four.
const form = document.getElementById('pictures');
const NEEDED = 4;
let tapped = [];

function show() {
  for (const tile of form.querySelectorAll('.tile')) {
    const place = tapped.indexOf(tile.value) + 1;
    tile.setAttribute('aria-pressed', String(place > 0));
    if (place) tile.dataset.order = place;
    else delete tile.dataset.order;
  }
}

function send() {
  for (const picture of tapped) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'plaatje', value: picture });
    form.append(field);
  }
  form.submit();
}

form.addEventListener('click', (event) => {
  const tile = event.target.closest('.tile');
  if (!tile) return;
  event.preventDefault();
  if (tapped.length === NEEDED) return; // on their way
  tapped = tapped.includes(tile.value) ? tapped.filter((one) => one !== tile.value) : [...tapped, tile.value];
  show();
  if (tapped.length === NEEDED) send();
});

// Back shows no taps of before.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
