// Makes a photo small before it leaves the phone. Drawing it anew leaves all of EXIF behind, GPS included.
import { HEAD, isLookedInto, isTurnedAtServer } from './held.js';
import { isCanvasTrue } from './true_canvas.js';

const ENOUGH_BYTES = 350_000;
const QUALITIES = [0.82, 0.74, 0.66, 0.58, 0.5];
const SMALLER = [1, 0.8, 0.64];

/**
 * What the server takes, and how long it keeps the longest side of a photo, in pixels.
 * @typedef {{ mostPixels: number, mostBytes: number, longestSide: number }} PhotoLimits
 */

/** @typedef {{ width: number, height: number }} Size in pixels */

/** More pixels than a phone can hold, or more bytes than may leave it. */
export class TooLarge extends Error {}

/** The file is not there any more, or is another one than was chosen. */
export class Changed extends Error {}

/**
 * What was chosen, as it is now: the file on the phone may change or go while this waits for a network. Raises `Changed`.
 * @param {File} file
 */
export async function copyOf(file) {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    throw new Changed();
  }
}

/**
 * @param {Size} size
 * @param {PhotoLimits} limits
 */
export const hasTooManyPixels = ({ width, height }, { mostPixels }) => width * height > mostPixels;

/**
 * @param {number} bytes
 * @param {PhotoLimits} limits
 */
export const hasTooManyBytes = (bytes, { mostBytes }) => bytes > mostBytes;

/**
 * The size of a photo whose longest side is `longest` pixels, or what it was; at least a pixel each way.
 * @param {Size} size
 * @param {number} longest
 * @param {number} part of that size
 * @returns {Size}
 */
export function fitted({ width, height }, longest, part = 1) {
  const scale = part * Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Whether one lies on its side where the other stands.
 * @param {Size} one
 * @param {Size} other
 */
export const isTurned = (one, other) => one.width !== one.height && (one.width > one.height) !== isWide(other);

/** @param {Size} size */
const isWide = ({ width, height }) => width >= height;

/**
 * A file with a photo as a small upright JPEG. Where this browser cannot read it (HEIC, or no memory), or would draw
 * another photo than the server, the file itself: the server can. Raises `TooLarge`.
 * @param {File} file
 * @param {PhotoLimits} limits
 * @returns {Promise<Blob>}
 */
export async function shrink(file, limits) {
  const address = URL.createObjectURL(file);
  try {
    const image = await look(address);
    if (image && hasTooManyPixels(sizeOf(image), limits)) throw new TooLarge();
    const small = image && (await isDrawnRight(file)) && (await redraw(file, image, limits.longestSide));
    if (!small && hasTooManyBytes(file.size, limits)) throw new TooLarge();
    return small || file;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * What is drawn there (a bitmap, image or canvas) as a JPEG of at most `longest` pixels and about 350 kB; null where
 * there is no memory for it.
 * @param {CanvasImageSource} source
 * @param {Size} size
 * @param {number} longest
 */
export async function jpeg(source, size, longest) {
  const canvas = document.createElement('canvas');
  /** @type {Blob | null} */
  let blob = null;
  for (const part of SMALLER) {
    paint(canvas, source, fitted(size, longest, part));
    for (const quality of QUALITIES) {
      blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (!blob || blob.size <= ENOUGH_BYTES) break;
    }
    if (!blob || blob.size <= ENOUGH_BYTES) break;
  }
  canvas.width = canvas.height = 0; // old phones give the memory back only then
  return blob;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasImageSource} source
 * @param {Size} size
 */
function paint(canvas, source, { width, height }) {
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no memory for a photo');
  paper.fillStyle = '#fff'; // under what is transparent, which JPEG would make black
  paper.fillRect(0, 0, width, height);
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(source, 0, 0, width, height);
}

/** @param {HTMLImageElement} image */
const sizeOf = (image) => ({ width: image.naturalWidth, height: image.naturalHeight });

/**
 * The image with its size, which stands at the beginning of the file: its pixels are not decoded yet.
 * @param {string} address
 * @returns {Promise<HTMLImageElement | null>}
 */
function look(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image.naturalWidth && image.naturalHeight ? image : null);
    image.onerror = () => resolve(null);
    image.src = address;
  });
}

/** Whether this browser draws the photo as the server does. @param {File} file */
async function isDrawnRight(file) {
  if (!(await isCanvasTrue())) return false;
  const isAlike = !isLookedInto(await file.slice(0, HEAD).arrayBuffer());
  return isAlike || !isTurnedAtServer(await file.arrayBuffer());
}

/**
 * @param {File} file
 * @param {HTMLImageElement} image
 * @param {number} longest
 */
async function redraw(file, image, longest) {
  try {
    const bitmap = await smallBitmap(file, sizeOf(image), longest);
    if (!bitmap) return await jpeg(image, sizeOf(image), longest);
    const small = await jpeg(bitmap, bitmap, longest);
    bitmap.close();
    return small;
  } catch {
    return null; // damaged, or there is no memory for it
  }
}

/**
 * Decoded beside the page, which goes on meanwhile; null where the browser does not know how.
 * @param {File} file
 * @param {Size} size
 * @param {number} longest
 */
async function smallBitmap(file, size, longest) {
  const side = Math.min(longest, Math.max(size.width, size.height));
  try {
    const bitmap = await createImageBitmap(file, {
      imageOrientation: 'from-image',
      resizeQuality: 'high',
      [isWide(size) ? 'resizeWidth' : 'resizeHeight']: side,
    });
    // some older ones take the options, and leave the photo on its side
    if (!isTurned(bitmap, size)) return bitmap;
    bitmap.close();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ReferenceError)) throw error;
  }
  return null;
}
