// A camera of our own in a dialog. On an old phone the camera app pushes the browser out of memory, and all
// that was on the page is lost.
const SHARPNESS = { width: { ideal: 1600 }, height: { ideal: 1200 } };

/** Whether this browser lets a page have the camera, which the person may still refuse. */
export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

/**
 * Let someone take a photo: answers the canvas it is on, null when they went back. Raises what `getUserMedia`
 * raises when there is no camera, or it may not be used. However this ends, the camera is off.
 */
export async function takePhoto(dialog) {
  const part = (name) => dialog.querySelector(`[data-part=${name}]`);
  const [video, still, shutter, turn] = ['live', 'still', 'shutter', 'turn'].map(part);
  const over = new AbortController();
  const listen = (target, type, handler) => target.addEventListener(type, handler, { signal: over.signal });
  let facing = 'environment';

  const show = (state) => {
    dialog.dataset.state = state;
    const first = { live: shutter, still: part('use') }[state];
    first?.focus();
  };

  async function use(choice) {
    turnOff(video);
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...SHARPNESS, ...choice } });
    if (over.signal.aborted) return stop(stream); // they went back while the browser asked
    video.srcObject = stream;
    await video.play().catch(() => {});
    video.dataset.facing = stream.getVideoTracks()[0].getSettings().facingMode ?? facing;
  }

  async function live() {
    show('opening');
    await use({ facingMode: { ideal: facing } });
    await begin();
  }

  async function turnAround() {
    show('opening');
    const before = deviceOf(video);
    facing = facing === 'environment' ? 'user' : 'environment';
    await use({ facingMode: { ideal: facing } });
    if (deviceOf(video) === before) {
      // cameras that do not know which way they look: simply the next one
      const all = (await cameras()).map((one) => one.deviceId);
      await use({ deviceId: { exact: all[(all.indexOf(before) + 1) % all.length] } });
    }
    await begin();
  }

  // only now may one press: a photo taken while the camera turns would be lost
  async function begin() {
    turn.hidden = (await cameras()).length < 2;
    if (!over.signal.aborted) show('live');
  }

  function press() {
    if (!video.videoWidth) return; // the first picture is not there yet
    still.width = video.videoWidth;
    still.height = video.videoHeight;
    still.getContext('2d').drawImage(video, 0, 0);
    show('still');
  }

  try {
    return await new Promise((resolve, reject) => {
      const back = () => resolve(null);
      const again = () => (isOn(video) ? show('live') : live().catch(reject));
      listen(shutter, 'click', press);
      listen(turn, 'click', () => turnAround().catch(reject));
      listen(part('again'), 'click', again);
      listen(part('use'), 'click', () => resolve(still));
      listen(part('back'), 'click', back);
      listen(dialog, 'close', back);
      listen(window, 'pagehide', back);
      // who looks at something else is not being filmed; a photo that was taken waits
      listen(document, 'visibilitychange', () => {
        if (!document.hidden) return;
        turnOff(video);
        if (dialog.dataset.state !== 'still') back();
      });
      // another screen, or the page was wiped: a dialog that is gone says nothing
      const watch = new MutationObserver(() => dialog.isConnected || back());
      watch.observe(document.body, { childList: true, subtree: true });
      over.signal.addEventListener('abort', () => watch.disconnect());
      dialog.showModal();
      live().catch(reject);
    });
  } finally {
    over.abort();
    turnOff(video);
    dialog.close();
  }
}

function stop(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function turnOff(video) {
  stop(video.srcObject);
  video.srcObject = null;
}

const isOn = (video) => Boolean(video.srcObject?.active);
const deviceOf = (video) => video.srcObject?.getVideoTracks()[0]?.getSettings().deviceId;

async function cameras() {
  return (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === 'videoinput');
}
