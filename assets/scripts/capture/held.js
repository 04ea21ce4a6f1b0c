// How a phone was held stands in the EXIF of a photo. Browsers turn a JPEG by it; a WebP, and in some of them a PNG, they
// draw on its side, and the EXIF is lost. The server turns them all.

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF_HEADER = 12;
const ORIENTATION = 0x0112;
const ENTRY = 12; // bytes of one field of EXIF, which is a small TIFF

/** @typedef {{ name: string, offset: number, length: number }} Chunk where its content stands */

/**
 * @param {DataView} view
 * @param {number} offset
 */
const nameAt = (view, offset) => String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));

/** @param {DataView} view */
const isPng = (view) => view.byteLength > PNG.length && PNG.every((byte, index) => view.getUint8(index) === byte);

/** @param {DataView} view */
const isWebp = (view) => view.byteLength > RIFF_HEADER && nameAt(view, 0) === 'RIFF' && nameAt(view, 8) === 'WEBP';

/** @param {DataView} view @returns {Generator<Chunk>} */
function* chunksOfPng(view) {
  for (let at = PNG.length; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at);
    yield { name: nameAt(view, at + 4), offset: at + 8, length };
    at += 12 + length;
  }
}

/** @param {DataView} view @returns {Generator<Chunk>} */
function* chunksOfWebp(view) {
  for (let at = RIFF_HEADER; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at + 4, true);
    yield { name: nameAt(view, at), offset: at + 8, length };
    at += 8 + length + (length % 2);
  }
}

/**
 * The orientation in a block of EXIF, 1 to 8; 1 when it says nothing of it. Raises `RangeError` when it is damaged.
 * @param {DataView} view
 */
export function orientationIn(view) {
  const start = nameAt(view, 0) === 'Exif' ? 6 : 0;
  const isLittle = view.getUint16(start) === 0x4949;
  const fields = start + view.getUint32(start + 4, isLittle);
  const count = view.getUint16(fields, isLittle);
  for (let index = 0; index < count; index += 1) {
    const field = fields + 2 + index * ENTRY;
    if (view.getUint16(field, isLittle) === ORIENTATION) return view.getUint16(field + 8, isLittle);
  }
  return 1;
}

/** How much of a file has to be read to see of what sort it is. */
export const HEAD = 16;

/**
 * Whether a file that begins like this is of a sort that only the server turns: all of it has to be looked into then.
 * @param {ArrayBuffer} head
 */
export function isLookedInto(head) {
  const view = new DataView(head);
  return isPng(view) || isWebp(view);
}

/**
 * Whether only the server turns this photo as it was held.
 * @param {ArrayBuffer} content
 */
export function isTurnedAtServer(content) {
  const view = new DataView(content);
  const chunks = isPng(view) ? chunksOfPng(view) : isWebp(view) ? chunksOfWebp(view) : [];
  for (const { name, offset, length } of chunks) {
    if (name.toUpperCase() === 'EXIF') return turns(content, offset, length);
  }
  return false;
}

/**
 * @param {ArrayBuffer} content
 * @param {number} offset
 * @param {number} length
 */
function turns(content, offset, length) {
  try {
    const orientation = orientationIn(new DataView(content, offset, length));
    return orientation > 1 && orientation <= 8;
  } catch {
    return false; // the server cannot read it either
  }
}
