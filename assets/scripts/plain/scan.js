// Scanning in the page, where a browser reads QR codes by itself. What is found is taken as a link that was pasted.
import { hasCamera, stop, turnOff } from '../capture/lens.js';
import { find, part } from '../live/find.js';

const PAUSE = 120; // milliseconds between two looks: an old phone has to breathe

/**
 * @typedef {{ detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }} Detector
 * @typedef {{ new (options: { formats: string[] }): Detector, getSupportedFormats(): Promise<string[]> }} Detectors
 */

/**
 * What reads QR codes here; none where a browser has nothing for it, or for other codes alone.
 * @param {Detectors | undefined} detectors
 */
export async function reader(detectors) {
  const formats = await detectors?.getSupportedFormats().catch(() => /** @type {string[]} */ ([]));
  return detectors && formats?.includes('qr_code') ? new detectors({ formats: ['qr_code'] }) : null;
}

class Scanner {
  /**
   * @param {HTMLElement} place
   * @param {Detector} detector
   * @param {(found: string) => void} take
   */
  constructor(place, detector, take) {
    this.detector = detector;
    this.take = take;
    this.dialog = find(place, 'dialog', HTMLDialogElement);
    this.video = part(place, 'live', HTMLVideoElement);
    this.refused = part(place, 'refused', HTMLElement);
    this.looks = 0; // which time the camera is on; a look of the time before ends
    part(place, 'scan', HTMLButtonElement).addEventListener('click', () => this.open());
    part(place, 'back', HTMLButtonElement).addEventListener('click', () => this.close());
    this.dialog.addEventListener('close', () => this.close());
    addEventListener('pagehide', () => this.close());
    document.addEventListener('visibilitychange', () => document.hidden && this.close());
  }

  async open() {
    const mine = ++this.looks;
    this.refused.hidden = true;
    this.dialog.showModal();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
      if (mine !== this.looks) return stop(stream); // they went back while the browser asked
      this.video.srcObject = stream;
      await this.video.play().catch(() => {});
      await this.look(mine);
    } catch {
      if (mine !== this.looks) return;
      this.close();
      this.refused.hidden = false;
      this.refused.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {number} mine */
  async look(mine) {
    while (mine === this.looks) {
      // before the first picture, and where one cannot be read, there is nothing
      const [code] = await this.detector.detect(this.video).catch(() => []);
      if (mine !== this.looks) return;
      if (code?.rawValue) {
        this.close();
        this.take(code.rawValue);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  close() {
    this.looks++;
    turnOff(this.video);
    this.dialog.close();
  }
}

/** @param {string} link */
function paste(link) {
  const field = find(document, 'input[name="link"]', HTMLInputElement);
  field.value = link;
  field.form?.requestSubmit();
}

/** @param {HTMLElement} place */
async function start(place) {
  // @ts-ignore: not in every browser, nor in the library of types
  const detector = hasCamera() && (await reader(globalThis.BarcodeDetector));
  if (!detector) return;
  new Scanner(place, detector, paste);
  place.hidden = false;
}

const place = globalThis.document?.getElementById('scanner');
if (place) start(place);
