// Some browsers disturb what is read from a canvas, so that nobody knows them by it: a photo that is drawn there would
// be kept with that noise. What is drawn here is known, and read back in both ways that there are.

const SIDE = 32;
/** @type {Promise<boolean> | undefined} */
let found;

/** Whether what is read from a canvas is what was drawn on it. */
export const isCanvasTrue = () => (found ??= readsBack().catch(() => true)); // who cannot draw at all is found out later

/** Colours without any order: what is smooth is not disturbed everywhere. */
export function pattern(side = SIDE) {
  const pixels = new Uint8ClampedArray(side * side * 4);
  let seed = 1;
  for (let index = 0; index < pixels.length; index += 1) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    pixels[index] = index % 4 === 3 ? 255 : (seed >> 16) & 255;
  }
  return pixels;
}

/**
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 */
export const isSame = (one, other) =>
  one.length === other.length && Array.from(one).every((of, at) => of === other[at]);

/** @param {(paper: CanvasRenderingContext2D) => void} draw */
function drawn(draw) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  draw(paper);
  return { canvas, pixels: paper.getImageData(0, 0, SIDE, SIDE).data };
}

async function readsBack() {
  const known = pattern();
  const { canvas, pixels } = drawn((paper) => paper.putImageData(new ImageData(known, SIDE, SIDE), 0, 0));
  if (!isSame(pixels, known)) return false;
  /** @type {Blob | null} */
  const file = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!file) return true;
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' });
  return isSame(drawn((paper) => paper.drawImage(bitmap, 0, 0)).pixels, known);
}
