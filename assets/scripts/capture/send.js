// Sends something of the person's to the server, and goes on trying while the network is away.
// The address holds an id that this browser chose, so what is sent twice is kept once.
const LONGEST_PAUSE = 15_000;
const STALLED = 30_000;
const WORTH_ANOTHER_TRY = new Set([0, 429, 502, 503, 504]);

/** Sixteen hexadecimal characters nobody chose before. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * PUT `body` at `address`. Answers `{status, page, words}`: the status (0: no network for `patience` seconds),
 * the sub-page to go to, and the plain sentence that says what is wrong; the last two may be missing.
 * `onProgress` hears how much has left, from 0 to 1.
 */
export async function send(address, body, { type = '', onProgress = () => {}, patience }) {
  let lostAt;
  for (let pause = 1000; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const answer = await put(address, body, type, onProgress);
    if (!WORTH_ANOTHER_TRY.has(answer.status)) return answer;
    lostAt ??= Date.now();
    const left = lostAt + 1000 * patience - Date.now();
    if (left <= 0) return answer;
    await networkOrPause(Math.min(pause, left));
  }
}

/** Go to a sub-page without a reload: the framework takes every click on a link. */
export function follow(page) {
  const link = document.createElement('a');
  link.href = page;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}

function put(address, body, type, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch cannot tell how much has left
    let watch;
    // a network that fails without a word would keep us waiting for ever
    const stillMoving = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), STALLED);
    };
    request.upload.onprogress = (event) => {
      stillMoving();
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onloadend = () => {
      clearTimeout(watch);
      resolve({ ...said(request.responseText), status: request.status });
    };
    request.open('PUT', address);
    request.setRequestHeader('X-Kompas', '1');
    if (type) request.setRequestHeader('Content-Type', type);
    stillMoving();
    request.send(body);
  });
}

function said(text) {
  try {
    const { page, words } = JSON.parse(text);
    return { page, words };
  } catch {
    return {}; // not our server, but something on the way to it
  }
}

function networkOrPause(milliseconds) {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, milliseconds);
    addEventListener('online', goOn);
  });
}
