import assert from 'node:assert/strict';
import { reader } from '../../../../assets/scripts/plain/scan.js';

/** @param {Promise<string[]>} formats */
const detectors = (formats) => /** @type {any} */ (
  class {
    static getSupportedFormats() {
      return formats;
    }
  }
);

Deno.test('a browser that reads QR codes gets a scanner', async () => {
  assert.ok(await reader(detectors(Promise.resolve(['ean_13', 'qr_code']))));
});

Deno.test('one that reads other codes alone, or none, or cannot say, gets none', async () => {
  assert.equal(await reader(detectors(Promise.resolve(['ean_13']))), null);
  assert.equal(await reader(detectors(Promise.resolve([]))), null);
  assert.equal(await reader(detectors(Promise.reject(new Error('no service')))), null);
  assert.equal(await reader(undefined), null);
});
