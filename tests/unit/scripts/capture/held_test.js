import assert from 'node:assert/strict';
import { HEAD, isLookedInto, isTurnedAtServer } from '../../../../assets/scripts/capture/held.js';

const letters = (/** @type {string} */ text) => Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (/** @type {number[][]} */ ...parts) => Uint8Array.from(parts.flat()).buffer;
const long = (/** @type {number} */ value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const short = (/** @type {number} */ value) => [value >> 8, value & 255];
const little = (/** @type {number[]} */ big) => big.toReversed();

/** Two fields, the second of which says how the phone was held. @param {number} orientation */
const exif = (orientation, kept = short, wide = long, order = 'MM') => [
  ...[...letters(order), ...kept(42), ...wide(8), ...kept(2)],
  ...[...kept(0x0110), ...kept(3), ...wide(1), ...kept(7), 0, 0],
  ...[...kept(0x0112), ...kept(3), ...wide(1), ...kept(orientation), 0, 0],
  ...wide(0),
];
const exifOfIntel = (/** @type {number} */ orientation) =>
  exif(orientation, (value) => little(short(value)), (value) => little(long(value)), 'II');

const PNG = [0x89, ...letters('PNG'), 13, 10, 26, 10];
const chunk = (/** @type {string} */ name, /** @type {number[]} */ content = []) => [
  ...long(content.length),
  ...letters(name),
  ...content,
  ...long(0),
];
const piece = (/** @type {string} */ name, /** @type {number[]} */ content = []) => [
  ...letters(name),
  ...little(long(content.length)),
  ...content,
  ...(content.length % 2 ? [0] : []),
];
const webp = (/** @type {number[][]} */ ...pieces) =>
  bytes(letters('RIFF'), little(long(4 + pieces.flat().length)), letters('WEBP'), ...pieces);
const png = (/** @type {number[][]} */ ...chunks) => bytes(PNG, chunk('IHDR', [1, 2]), ...chunks, chunk('IEND'));

Deno.test('a photo is turned at the server when its EXIF says that it lies on its side', () => {
  for (let held = 0; held <= 9; held += 1) {
    const turned = held >= 2 && held <= 8;
    for (const block of [exif(held), exifOfIntel(held), [...letters('Exif'), 0, 0, ...exif(held)]]) {
      assert.equal(isTurnedAtServer(webp(piece('VP8X', [8]), piece('VP8 ', [1, 2, 3]), piece('EXIF', block))), turned);
      assert.equal(isTurnedAtServer(png(chunk('eXIf', block), chunk('IDAT', [1]))), turned);
      assert.equal(isTurnedAtServer(png(chunk('IDAT', [1]), chunk('eXIf', block))), turned);
    }
  }
});

Deno.test('of a JPEG no more than its head is read', () => {
  const pixels = chunk('IDAT', Array(40).fill(1));
  for (const file of [webp(piece('VP8 ', Array(40).fill(1))), png(pixels)]) {
    assert.equal(isLookedInto(file.slice(0, HEAD)), true);
  }
  for (const file of [bytes([0xff, 0xd8, 0xff, 0xe1], Array(40).fill(0)), bytes([]), bytes(letters('RIFF'))]) {
    assert.equal(isLookedInto(file.slice(0, HEAD)), false);
  }
});

Deno.test('one without EXIF is left to the browser', () => {
  assert.equal(isTurnedAtServer(webp(piece('VP8 ', exif(6)))), false);
  assert.equal(isTurnedAtServer(png(chunk('IDAT', [1]))), false);
  // what stands within a chunk is no name of one
  assert.equal(isTurnedAtServer(png(chunk('tEXt', chunk('eXIf', exif(6))))), false);
});

Deno.test('what is neither, damaged or cut off is left to the browser', () => {
  const [whole, wide] = [png(chunk('eXIf', exif(6))), webp(piece('EXIF', exif(6)))];
  for (let length = 0; length < 60; length += 1) {
    for (const file of [whole, wide]) assert.equal(typeof isTurnedAtServer(file.slice(0, length)), 'boolean');
  }
  const endless = [...PNG, ...long(2 ** 32 - 1), ...letters('IDAT')];
  for (const part of [[], endless, [0xff, 0xd8, 0xff, 0xe1], letters('GIF89a eXIf'), letters('RIFF')]) {
    assert.equal(isTurnedAtServer(bytes(part)), false);
  }
  assert.equal(isTurnedAtServer(png(chunk('eXIf', letters('Exif')))), false);
  assert.equal(isTurnedAtServer(png(chunk('eXIf', exif(6).slice(0, 30)))), false);
});
