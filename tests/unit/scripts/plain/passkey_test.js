import assert from 'node:assert/strict';
import { query } from '../../../../assets/scripts/plain/passkey.js';

Deno.test('the question tells whose device this is', () => {
  assert.equal(query(true), '?eigen=ja');
  assert.equal(query(false), '');
});
