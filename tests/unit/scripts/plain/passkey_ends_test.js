import assert from 'node:assert/strict';
import { endOf, isNumber, lackOf } from '../../../../assets/scripts/plain/passkey_ends.js';

const MINUTE = 60_000;
const raised = (/** @type {string} */ name) => new DOMException('', name);

Deno.test('each error of a browser is an end of its own', () => {
  const ends = {
    NotAllowedError: 'stopped',
    AbortError: 'stopped',
    TimeoutError: 'late',
    InvalidStateError: 'known',
    SecurityError: 'address',
    NotSupportedError: 'unable',
    ConstraintError: 'unable',
    UnknownError: 'manager',
    NotReadableError: 'manager',
    EncodingError: 'manager',
  };
  for (const [name, end] of Object.entries(ends)) assert.equal(endOf(raised(name), 'new', 900, MINUTE), end, name);
});

Deno.test('whatever an app throws has an end too', () => {
  for (const error of [new TypeError(), 'no', null, undefined, {}, { name: 'toString' }, { name: 7 }, 0, Symbol()]) {
    assert.equal(endOf(error, 'in', 900, MINUTE), 'manager');
  }
  // of another world, as an extension's
  assert.equal(endOf({ name: 'NotAllowedError' }, 'in', 900, MINUTE), 'stopped');
});

Deno.test('what stopped when its time was over, took too long', () => {
  assert.equal(endOf(raised('NotAllowedError'), 'in', MINUTE, MINUTE), 'late');
  assert.equal(endOf(raised('NotAllowedError'), 'in', MINUTE - 1, MINUTE), 'stopped');
  assert.equal(endOf(raised('SecurityError'), 'in', MINUTE, MINUTE), 'address');
});

Deno.test('a device is known already only where it would be made known', () => {
  assert.equal(endOf(raised('InvalidStateError'), 'new', 900, MINUTE), 'known');
  assert.equal(endOf(raised('InvalidStateError'), 'in', 900, MINUTE), 'manager');
});

Deno.test('an address in numbers cannot have passkeys, a name can', () => {
  assert.deepEqual(['192.168.1.7', '[::1]', '127.0.0.1'].map(isNumber), [true, true, true]);
  assert.deepEqual(['localhost', 'kompas.example', '4you.example'].map(isNumber), [false, false, false]);
});

Deno.test('what a browser has decides, with or without what turns JSON into a question', () => {
  const world = {
    isSecureContext: true,
    location: { hostname: 'kompas.example' },
    PublicKeyCredential: class {},
    navigator: { credentials: { create() {}, get() {} } },
  };
  assert.equal(lackOf(world), '');
  assert.equal(lackOf({ ...world, isSecureContext: false }), 'address');
  assert.equal(lackOf({ ...world, location: { hostname: '192.168.1.7' } }), 'address');
  assert.equal(lackOf({ ...world, PublicKeyCredential: undefined }), 'none');
  assert.equal(lackOf({ ...world, navigator: {} }), 'none');
  assert.equal(lackOf({ ...world, navigator: { credentials: { get() {} } } }), 'none');
});
