import assert from 'node:assert/strict';
import { understood } from '../../../../assets/scripts/plain/keep_typed.js';

const sentence = (/** @type {string} */ html) => (html.includes('alert') ? 'Dat klopt niet.' : '');

Deno.test('a page to go on to is gone on to', () => {
  assert.deepEqual(understood(200, 'application/json', '{"page": "/werk"}', sentence), { page: '/werk' });
});

Deno.test('of a page that says no only the sentence is taken over', () => {
  assert.deepEqual(understood(403, 'text/html', '<p role="alert">', sentence), { words: 'Dat klopt niet.' });
});

Deno.test('a page that shows something takes the place of the form, and so does one that says no in its own way', () => {
  assert.deepEqual(understood(200, 'text/html', '<p role="alert">', sentence), { html: '<p role="alert">' });
  assert.deepEqual(understood(404, 'text/html', '<h1>', sentence), { html: '<h1>' });
});
