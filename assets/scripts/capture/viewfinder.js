// A camera of our own in a dialog. On an old phone the camera app pushes the browser out of memory, and all
// that was on the page is lost.
import { part } from '../live/find.js';
import { stop, streamOf, turnOff } from './lens.js';

/**
 * How sharp a photo may be whose longest side is kept at `longest` pixels; cameras see four by three.
 * @param {number} longest
 */
export const sharpness = (longest) => ({ width: { ideal: longest }, height: { ideal: (longest * 3) / 4 } });

/**
 * The camera after this one, the first after the last.
 * @param {(string | undefined)[]} cameras
 * @param {string | undefined} now
 */
export const next = (cameras, now) => cameras[(cameras.indexOf(now) + 1) % cameras.length];

/**
 * Let someone take a photo: answers the canvas it is on, null when they went back. Raises what `getUserMedia`
 * raises when there is no camera, or it may not be used. However this ends, the camera is off.
 * @param {HTMLDialogElement} dialog
 * @param {number} longest
 */
export async function takePhoto(dialog, longest) {
  const finder = new Viewfinder(dialog, longest);
  try {
    return await finder.photo();
  } finally {
    finder.close();
  }
}

class Viewfinder {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {number} longest
   */
  constructor(dialog, longest) {
    this.dialog = dialog;
    this.sharpness = sharpness(longest);
    this.video = part(dialog, 'live', HTMLVideoElement);
    this.still = part(dialog, 'still', HTMLCanvasElement);
    this.shutter = part(dialog, 'shutter', HTMLButtonElement);
    this.turn = part(dialog, 'turn', HTMLButtonElement);
    this.use = part(dialog, 'use', HTMLButtonElement);
    this.facing = 'environment';
    this.over = new AbortController();
  }

  /** @returns {Promise<HTMLCanvasElement | null>} */
  photo() {
    return new Promise((resolve, reject) => {
      const back = () => resolve(null);
      const again = () => (isOn(this.video) ? this.show('live') : this.live().catch(reject));
      this.listen(this.shutter, 'click', () => this.press());
      this.listen(this.turn, 'click', () => this.turnAround().catch(reject));
      this.listen(part(this.dialog, 'again', HTMLButtonElement), 'click', again);
      this.listen(this.use, 'click', () => resolve(this.still));
      this.listen(part(this.dialog, 'back', HTMLButtonElement), 'click', back);
      this.listen(this.dialog, 'close', back);
      this.listen(globalThis, 'pagehide', back);
      this.watchLooks(back);
      this.dialog.showModal();
      this.live().catch(reject);
    });
  }

  close() {
    this.over.abort();
    turnOff(this.video);
    this.dialog.close();
  }

  /**
   * Who looks at something else is not being filmed; a photo that was taken waits.
   * @param {() => void} back
   */
  watchLooks(back) {
    this.listen(document, 'visibilitychange', () => {
      if (!document.hidden) return;
      turnOff(this.video);
      if (this.dialog.dataset.state !== 'still') back();
    });
    // another screen, or the page was wiped: a dialog that is gone says nothing
    const watch = new MutationObserver(() => this.dialog.isConnected || back());
    watch.observe(document.body, { childList: true, subtree: true });
    this.over.signal.addEventListener('abort', () => watch.disconnect());
  }

  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {() => unknown} handler
   */
  listen(target, type, handler) {
    target.addEventListener(type, handler, { signal: this.over.signal });
  }

  /** @param {'opening' | 'live' | 'still'} state */
  show(state) {
    this.dialog.dataset.state = state;
    if (state === 'live') this.shutter.focus();
    if (state === 'still') this.use.focus();
  }

  /** @param {MediaTrackConstraints} choice */
  async open(choice) {
    turnOff(this.video);
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...this.sharpness, ...choice } });
    if (this.over.signal.aborted) return stop(stream); // they went back while the browser asked
    this.video.srcObject = stream;
    await this.video.play().catch(() => {});
    this.video.dataset.facing = stream.getVideoTracks()[0]?.getSettings().facingMode ?? this.facing;
  }

  async live() {
    this.show('opening');
    await this.open({ facingMode: { ideal: this.facing } });
    await this.begin();
  }

  async turnAround() {
    this.show('opening');
    const before = deviceOf(this.video);
    this.facing = this.facing === 'environment' ? 'user' : 'environment';
    await this.open({ facingMode: { ideal: this.facing } });
    if (deviceOf(this.video) === before) {
      // cameras that do not know which way they look: simply the next one
      const exact = next((await cameras()).map((one) => one.deviceId), before);
      if (exact !== undefined) await this.open({ deviceId: { exact } });
    }
    await this.begin();
  }

  /** Only now may one press: a photo taken while the camera turns would be lost. */
  async begin() {
    this.turn.hidden = (await cameras()).length < 2;
    if (!this.over.signal.aborted) this.show('live');
  }

  press() {
    const { video, still } = this;
    if (!video.videoWidth) return; // the first picture is not there yet
    still.width = video.videoWidth;
    still.height = video.videoHeight;
    still.getContext('2d')?.drawImage(video, 0, 0);
    this.show('still');
  }
}

/** @param {HTMLVideoElement} video */
const isOn = (video) => Boolean(streamOf(video)?.active);

/** @param {HTMLVideoElement} video */
const deviceOf = (video) => streamOf(video)?.getVideoTracks()[0]?.getSettings().deviceId;

async function cameras() {
  return (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === 'videoinput');
}
