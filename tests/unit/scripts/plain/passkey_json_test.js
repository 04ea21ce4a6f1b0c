import assert from 'node:assert/strict';
import { answerOf, bytesOf, creationOf, requestOf, textOf } from '../../../../assets/scripts/plain/passkey_json.js';

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, index) => index);
const bytes = (/** @type {number[]} */ ...values) => Uint8Array.from(values);

const RESPONSE = {
  clientDataJSON: bytes(1).buffer,
  attestationObject: bytes(2).buffer,
  authenticatorData: bytes(3).buffer,
  signature: bytes(4).buffer,
  userHandle: bytes(5).buffer,
  getTransports: () => ['internal'],
};
const CREDENTIAL = { rawId: bytes(255, 254).buffer, response: RESPONSE };

Deno.test('bytes of any length come back as they were, in signs that an address may hold', () => {
  for (const length of [0, 1, 2, 3, 4, 255, 256]) {
    const some = EVERY_BYTE.slice(0, length);
    assert.deepEqual(bytesOf(textOf(some)), some);
    assert.match(textOf(some), /^[\w-]*$/);
  }
  assert.equal(textOf(bytes(251, 255, 254)), '-__-');
  assert.deepEqual(bytesOf('AQI='), bytesOf('AQI'));
});

Deno.test('a view is its own bytes, and not all of what it looks at', () => {
  assert.equal(textOf(new DataView(EVERY_BYTE.buffer, 3, 2)), textOf(bytes(3, 4)));
  assert.equal(textOf(EVERY_BYTE.subarray(3, 5)), textOf(bytes(3, 4)));
});

Deno.test('whatever is not bytes is refused', () => {
  for (const wrong of [undefined, null, 'AQI', [1, 2], {}, 7, { byteLength: 2 }, new Blob()]) {
    assert.throws(() => textOf(wrong), TypeError, String(wrong));
  }
});

Deno.test('a question becomes what a browser takes, and keeps all that is no bytes', () => {
  const asked = { challenge: 'AQI', timeout: 60000, rp: { id: 'localhost' }, user: { id: 'Aw', name: 'noor' } };
  const held = [{ id: '__4', type: 'public-key', transports: ['internal'] }];
  assert.deepEqual(creationOf({ ...asked, excludeCredentials: held }), {
    ...asked,
    challenge: bytes(1, 2),
    user: { id: bytes(3), name: 'noor' },
    excludeCredentials: [{ ...held[0], id: bytes(255, 254) }],
  });
  assert.deepEqual(requestOf({ challenge: 'AQI', rpId: 'localhost' }), {
    challenge: bytes(1, 2),
    rpId: 'localhost',
    allowCredentials: [],
  });
});

Deno.test('an answer is read part by part, and never by what it makes of itself', () => {
  const broken = {
    ...CREDENTIAL,
    id: 'wrong',
    toJSON() {
      throw new TypeError('Illegal invocation');
    },
  };
  const named = { id: '__4', rawId: '__4', type: 'public-key', clientExtensionResults: {} };
  assert.deepEqual(answerOf('new', broken), {
    ...named,
    response: { clientDataJSON: 'AQ', attestationObject: 'Ag', transports: ['internal'] },
  });
  assert.deepEqual(answerOf('in', broken), {
    ...named,
    response: { clientDataJSON: 'AQ', authenticatorData: 'Aw', signature: 'BA', userHandle: 'BQ' },
  });
});

Deno.test('only a hint may be missing, or fail', () => {
  const hintless = { ...RESPONSE, getTransports: undefined, userHandle: null };
  const failing = {
    ...RESPONSE,
    getTransports() {
      throw new Error();
    },
  };
  for (const response of [hintless, failing]) {
    assert.deepEqual(answerOf('new', { ...CREDENTIAL, response }).response, {
      clientDataJSON: 'AQ',
      attestationObject: 'Ag',
      transports: [],
    });
  }
  assert.equal('userHandle' in answerOf('in', { ...CREDENTIAL, response: hintless }).response, false);
  for (const wrong of [null, undefined, {}, { rawId: bytes(1) }, { ...CREDENTIAL, rawId: 'AQ' }]) {
    assert.throws(() => answerOf('in', wrong), TypeError);
  }
  for (const part of ['clientDataJSON', 'authenticatorData', 'signature']) {
    assert.throws(() => answerOf('in', { ...CREDENTIAL, response: { ...RESPONSE, [part]: 'AQ' } }), TypeError, part);
  }
});
