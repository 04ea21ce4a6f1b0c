import { isSeen, said, sentences } from './said.js';

// "Lees voor": says the question and the words of a screen with the browser's own voice, a sentence at a time; a button
// that has words of its own (`data-words`) says those alone. A second tap is silence.
// Where no voice speaks the language of the page, the button is not shown (see app.css).

// the framework wraps a live page in one main of its own; its parts are read in this order
const PARTS = 'hgroup, h1, .body, .disc, .steps, .alone, .plain main';
const RATE = 0.9;

/**
 * The first voice that speaks this language, wherever it is from: browsers write "nl-NL" and "nl_BE".
 * @template {{ lang: string }} V
 * @param {V[]} voices
 * @param {string} language
 */
export const voiceFor = (voices, language) => voices.find(({ lang }) => primary(lang) === primary(language));

/** @param {string} language with or without a country */
const primary = (language) => language.toLowerCase().split(/[-_]/)[0];

/** The parts of the page that say something, none within another. */
const parts = () =>
  [...document.querySelectorAll(PARTS)].filter((one) => !one.parentElement?.closest(PARTS) && isSeen(one));

/** @param {SpeechSynthesis} speech */
function start(speech) {
  const root = document.documentElement;
  const voice = () => voiceFor(speech.getVoices(), root.lang);
  const showButtons = () => root.toggleAttribute('data-voice', Boolean(voice()));

  /** @type {SpeechSynthesisUtterance[]} kept, for a browser may forget in the middle what nobody holds */
  let spoken = [];

  /** @param {import('./said.js').Piece[]} pieces */
  function say(pieces) {
    spoken = pieces.flatMap(({ words, lang }) => sentences(words).map((one) => utterance(one, lang)));
    spoken.forEach((one) => speech.speak(one));
  }

  /**
   * One sentence, by a voice of its own language, or of the page where there is none.
   * @param {string} words
   * @param {string} lang
   */
  function utterance(words, lang) {
    const own = voiceFor(speech.getVoices(), lang);
    const one = new SpeechSynthesisUtterance(words);
    one.voice = own ?? voice() ?? null;
    one.lang = own ? lang : root.lang;
    one.rate = RATE;
    return one;
  }

  /** @param {HTMLElement} button */
  function wordsOf({ dataset }) {
    if (dataset.words) return [{ words: dataset.words, lang: root.lang }];
    return said(parts(), root.lang, dataset.chosen ?? '{what}');
  }

  document.addEventListener('click', ({ target }) => {
    const wanted = target instanceof Element && /** @type {?HTMLElement} */ (target.closest('.listen'));
    const isSpeaking = speech.speaking || speech.pending;
    speech.cancel();
    if (wanted && !isSpeaking) say(wordsOf(wanted));
  });
  speech.addEventListener?.('voiceschanged', showButtons);
  addEventListener('pagehide', () => speech.cancel());
  showButtons();
}

if (globalThis.speechSynthesis) start(globalThis.speechSynthesis);
