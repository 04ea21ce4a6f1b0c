// Photos: taken with our own camera, or chosen; made small, then sent, each with a ring that shows how far it is.
const MOST_AT_ONCE = 10;

export default async function start(element) {
  const { tooLarge, tooMany, refused } = element.dataset;
  const scripts = ['send', 'shrink', 'viewfinder', 'outbox'].map((name) => kompas.load(element.dataset[name]));
  const [post, { shrink, jpeg, TooLarge }, { hasCamera, takePhoto }, { openOutbox }] = await Promise.all(scripts);
  const outbox = openOutbox(element, post);
  const [take, choose] = element.querySelectorAll('input[type=file]');
  const told = element.querySelector('[data-part=told]');
  const dialog = element.querySelector('dialog');
  let ownCamera = hasCamera();
  let before = Promise.resolve();

  const tell = (words) => {
    told.hidden = !words;
    told.querySelector('span').textContent = words;
  };

  // one at a time: an old phone has no memory for two large photos
  function inTurn(work) {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  }

  async function prepare(file) {
    try {
      const body = await inTurn(() => shrink(file));
      return { body, picture: body === file ? null : body };
    } catch (error) {
      if (error instanceof TooLarge) return { words: tooLarge };
      throw error;
    }
  }

  function sendChosen(input) {
    const files = [...input.files];
    input.value = ''; // the same one can be chosen again
    tell(files.length > MOST_AT_ONCE ? tooMany : '');
    for (const file of files.slice(0, MOST_AT_ONCE)) outbox.add(() => prepare(file));
  }

  async function sendTaken() {
    try {
      const still = await takePhoto(dialog);
      if (!still) return;
      const body = await jpeg(still, still.width, still.height);
      still.width = still.height = 0;
      outbox.add(async () => ({ body, picture: body }));
    } catch {
      // no camera for us: from now on the camera app, which only opens at a tap
      ownCamera = false;
      if (navigator.userActivation?.isActive) take.click();
      else tell(refused);
    }
  }

  take.addEventListener('click', (event) => {
    tell('');
    if (!ownCamera) return;
    event.preventDefault();
    sendTaken();
  });
  for (const input of [take, choose]) {
    input.addEventListener('change', () => sendChosen(input));
    if (input.files.length) sendChosen(input); // chosen before this script was there
  }
}
