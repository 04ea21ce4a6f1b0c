// Questions and answers of passkeys, between JSON and what a browser takes and gives. Always by ourselves: many browsers
// cannot, and what an app for passwords puts in the place of an answer often has a `toJSON` that fails.

/** @typedef {{ id: string, type: PublicKeyCredentialType }} Named bytes are base64url in JSON */

/**
 * @param {string} text base64url, with or without padding
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(text) {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/**
 * Raises a TypeError for whatever is not bytes. An `ArrayBuffer` of another world, as an extension's, is one too.
 * @param {unknown} bytes
 */
export function textOf(bytes) {
  const isView = ArrayBuffer.isView(bytes);
  if (!isView && Object.prototype.toString.call(bytes) !== '[object ArrayBuffer]') throw new TypeError('no bytes');
  const { buffer, byteOffset, byteLength } = isView ? bytes : { buffer: bytes, byteOffset: 0, byteLength: undefined };
  // @ts-ignore: a buffer, as was just seen
  const signs = Array.from(new Uint8Array(buffer, byteOffset, byteLength), (byte) => String.fromCharCode(byte));
  return btoa(signs.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {Named[] | undefined} named */
const told = (named) => (named ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }));

/**
 * What `navigator.credentials.create` takes.
 * @param {any} options
 * @returns {PublicKeyCredentialCreationOptions}
 */
export const creationOf = (options) => ({
  ...options,
  challenge: bytesOf(options.challenge),
  user: { ...options.user, id: bytesOf(options.user.id) },
  excludeCredentials: told(options.excludeCredentials),
});

/**
 * What `navigator.credentials.get` takes.
 * @param {any} options
 * @returns {PublicKeyCredentialRequestOptions}
 */
export const requestOf = (options) => ({
  ...options,
  challenge: bytesOf(options.challenge),
  allowCredentials: told(options.allowCredentials),
});

/** Only a hint, which many leave out. @param {any} response */
function transportsOf(response) {
  try {
    return [...response.getTransports()].map(String);
  } catch {
    return [];
  }
}

/** @param {any} response */
const made = (response) => ({
  attestationObject: textOf(response.attestationObject),
  transports: transportsOf(response),
});

/** @param {any} response */
const shown = (response) => ({
  authenticatorData: textOf(response.authenticatorData),
  signature: textOf(response.signature),
  ...(response.userHandle ? { userHandle: textOf(response.userHandle) } : {}),
});

/**
 * The answer to "new" or "in", for the server. Raises an error when it is no whole answer.
 * @param {string | undefined} kind
 * @param {any} credential
 */
export function answerOf(kind, credential) {
  const id = textOf(credential.rawId);
  const response = {
    clientDataJSON: textOf(credential.response.clientDataJSON),
    ...(kind === 'new' ? made(credential.response) : shown(credential.response)),
  };
  return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
}
