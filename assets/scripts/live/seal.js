// What waits in this browser, sealed: the key comes with an open page of the compass, and nobody reads it without one.
const CIPHER = 'AES-GCM';
const NONCE = 12; // bytes, before what is sealed

/** Over plain http a browser has no ciphers for us. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle);

/**
 * @param {string} key in base64
 * @param {BufferSource} content
 */
export async function sealed(key, content) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const hidden = await crypto.subtle.encrypt({ name: CIPHER, iv }, await imported(key), content);
  const both = new Uint8Array(NONCE + hidden.byteLength);
  both.set(iv);
  both.set(new Uint8Array(hidden), NONCE);
  return both;
}

/**
 * Raises what the browser raises when it was sealed with another key, or is damaged.
 * @param {string} key
 * @param {Uint8Array<ArrayBuffer>} both
 */
export async function unsealed(key, both) {
  const iv = both.subarray(0, NONCE);
  return await crypto.subtle.decrypt({ name: CIPHER, iv }, await imported(key), both.subarray(NONCE));
}

/** @param {string} key */
const imported = (key) => crypto.subtle.importKey('raw', bytesOf(key), CIPHER, false, ['encrypt', 'decrypt']);

/** @param {string} text */
export const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
