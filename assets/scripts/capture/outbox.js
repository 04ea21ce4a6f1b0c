// What is on its way to the server: a ring that fills for each photo or recording. What does not arrive stays,
// with a sentence that says why, until it is sent after all or taken away.

// by what they are about, so that they are still there when one comes back from another screen
const shelves = new Map();
const FINAL = new Set([404, 410, 413, 415]); // asking once more gives the same answer

/**
 * The outbox of `element`, which holds `.sending` (a list), a template for one parcel, and says in its data
 * where things go. `post` is the module send.js.
 * Answers `add(prepare)`: `prepare()` gives what is sent and perhaps a picture of it, `{body, picture}`, or
 * `{words}` when it cannot be sent.
 */
export function openOutbox(element, post) {
  const { compass, place, sort, lost } = element.dataset;
  const template = element.querySelector('template');
  const about = place.split('.', 2).join('.'); // the moments of a step are on one screen
  const shelf = takeShelf(element, `${compass} ${about} ${sort}`);

  function add(prepare) {
    const card = template.content.firstElementChild.cloneNode(true);
    const part = (name) => card.querySelector(`[data-part=${name}]`);
    const ring = part('ring');
    const address = `${compass}/bijlage/${post.newId()}?soort=${sort}&bij=${encodeURIComponent(place)}`;
    let ready;
    shelf.append(card);
    card.scrollIntoView({ block: 'nearest' });

    function progress(share) {
      ring.setAttribute('aria-valuenow', Math.round(100 * share));
      ring.style.setProperty('--share', 100 * share);
    }

    function fail({ status, words }) {
      card.dataset.state = 'failed';
      part('words').textContent = words || lost;
      part('trouble').hidden = false;
      part('again').hidden = FINAL.has(status);
      progress(0);
      card.scrollIntoView({ block: 'nearest' });
    }

    async function go() {
      card.dataset.state = 'going';
      part('trouble').hidden = true;
      try {
        ready ??= await prepare();
      } catch {
        return fail({ status: 0 });
      }
      if (ready.words) return fail({ status: 413, words: ready.words });
      if (ready.picture) showPicture(part('picture'), ready.picture);
      const answer = await post.send(address, ready.body, {
        type: ready.body.type,
        onProgress: (share) => progress(0.97 * share), // the rest is for the server
        patience: Number(element.dataset.patience),
      });
      if (answer.status !== 200) return fail(answer);
      progress(1);
      card.dataset.state = 'sent';
      part('sent').hidden = false;
      shelf.page ??= answer.page;
      setTimeout(() => card.remove(), 2500);
    }

    // one that is away from the screen leads nowhere, nor do several until the last has arrived
    const leave = () => {
      if (!shelf.page || shelf.querySelector('li:not([data-state=sent])')) return;
      const { page } = shelf;
      delete shelf.page;
      if (shelf.isConnected) post.follow(page);
    };

    part('again').addEventListener('click', () => {
      ring.focus();
      go().then(leave);
    });
    part('away').addEventListener('click', () => {
      card.remove();
      leave();
    });
    return go().then(leave);
  }

  return { add };
}

function takeShelf(element, key) {
  const place = element.querySelector('.sending');
  const shelf = shelves.get(key);
  if (!shelf) shelves.set(key, place);
  else if (shelf !== place) place.replaceWith(shelf);
  return shelf ?? place;
}

function showPicture(image, blob) {
  const address = URL.createObjectURL(blob);
  image.onload = image.onerror = () => URL.revokeObjectURL(address);
  image.src = address;
  image.hidden = false;
}
