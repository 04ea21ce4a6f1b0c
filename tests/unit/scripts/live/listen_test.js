import assert from 'node:assert/strict';
import { voiceFor } from '../../../../assets/scripts/live/listen.js';

/** @param {string[]} languages */
const voices = (...languages) => languages.map((lang) => ({ lang }));

Deno.test('a voice from any country speaks the language, however its browser writes it', () => {
  assert.equal(voiceFor(voices('en-GB', 'nl-BE', 'nl-NL'), 'nl')?.lang, 'nl-BE');
  assert.equal(voiceFor(voices('nl_NL'), 'nl')?.lang, 'nl_NL');
  assert.equal(voiceFor(voices('NL'), 'nl')?.lang, 'NL');
});

Deno.test('a voice of another language says nothing', () => {
  assert.equal(voiceFor(voices('en-GB', 'nds-NL', 'fr'), 'nl'), undefined);
  assert.equal(voiceFor([], 'nl'), undefined);
});
