// Makes a photo small before it leaves the phone. Drawing it anew leaves all of EXIF behind, GPS included.
const LONGEST_SIDE = 1600;
const ENOUGH_BYTES = 350_000;
const MOST_BYTES = 15 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const QUALITIES = [0.82, 0.74, 0.66, 0.58, 0.5];
const SMALLER = [1, 0.8, 0.64];

/** More pixels than a phone can hold, or more bytes than may leave it. */
export class TooLarge extends Error {}

/**
 * A file with a photo as a small upright JPEG. Where this browser cannot read it (HEIC, or no memory), the
 * file itself: the server can. Raises `TooLarge`.
 */
export async function shrink(file) {
  const address = URL.createObjectURL(file);
  try {
    const image = await look(address);
    if (image && image.naturalWidth * image.naturalHeight > MOST_PIXELS) throw new TooLarge();
    const small = image && (await redraw(file, image));
    if (!small && file.size > MOST_BYTES) throw new TooLarge();
    return small || file;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What is drawn there (a bitmap, image or video) as a JPEG of at most 1600 pixels and about 350 kB. */
export async function jpeg(source, width, height) {
  const canvas = document.createElement('canvas');
  let blob = null;
  for (const part of SMALLER) {
    const scale = part * Math.min(1, LONGEST_SIDE / Math.max(width, height));
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#fff'; // under what is transparent, which JPEG would make black
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.imageSmoothingQuality = 'high';
    paper.drawImage(source, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (!blob || blob.size <= ENOUGH_BYTES) break;
    }
    if (!blob || blob.size <= ENOUGH_BYTES) break;
  }
  canvas.width = canvas.height = 0; // old phones give the memory back only then
  return blob;
}

/** The image with its size, which stands at the beginning of the file: its pixels are not decoded yet. */
function look(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image.naturalWidth && image.naturalHeight ? image : null);
    image.onerror = () => resolve(null);
    image.src = address;
  });
}

async function redraw(file, image) {
  try {
    const bitmap = await smallBitmap(file, image);
    if (!bitmap) return await jpeg(image, image.naturalWidth, image.naturalHeight);
    const small = await jpeg(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    return small;
  } catch {
    return null; // damaged, or there is no memory for it
  }
}

/** Decoded beside the page, which goes on meanwhile; null where the browser does not know how. */
async function smallBitmap(file, { naturalWidth, naturalHeight }) {
  const wide = naturalWidth >= naturalHeight;
  const longest = Math.min(LONGEST_SIDE, Math.max(naturalWidth, naturalHeight));
  try {
    const bitmap = await createImageBitmap(file, {
      imageOrientation: 'from-image',
      resizeQuality: 'high',
      [wide ? 'resizeWidth' : 'resizeHeight']: longest,
    });
    // some older ones take the options, and leave the photo on its side
    if (bitmap.width >= bitmap.height === wide || bitmap.width === bitmap.height) return bitmap;
    bitmap.close();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ReferenceError)) throw error;
  }
  return null;
}
