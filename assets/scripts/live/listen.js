// "Lees voor": says the question and the words of a screen with the browser's own voice; a button that has words of
// its own (`data-words`) says those alone.
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
export const voiceFor = (voices, language) =>
  voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);

/**
 * What has no box of its own may still hold something that is seen.
 * @param {Element} element
 */
const isShown = (element) => element.checkVisibility() || getComputedStyle(element).display === 'contents';

/**
 * What a screen says: names of links and buttons, and every text that can be seen.
 * @param {Element} element
 * @returns {Generator<string>}
 */
function* wordsIn(element) {
  if (element.closest('.listen, [aria-hidden="true"]') || !isShown(element)) return;
  const name = element.getAttribute('aria-label');
  if (name) {
    yield name;
    return;
  }
  for (const node of element.childNodes) {
    // a soft hyphen is for the eye
    const words = node.nodeType === Node.TEXT_NODE && node.textContent?.replaceAll('\u00ad', '').trim();
    if (words) yield words;
    if (node instanceof Element) yield* wordsIn(node);
  }
}

/** Everything that the screen says, each of it once. */
function allWords() {
  const parts = [...document.querySelectorAll(PARTS)].filter((one) => !one.parentElement?.closest(PARTS));
  return [...new Set(parts.flatMap((part) => [...wordsIn(part)]))].join('. ');
}

/** @param {SpeechSynthesis} speech */
function start(speech) {
  const root = document.documentElement;
  const voice = () => voiceFor(speech.getVoices(), root.lang);
  const showButtons = () => root.toggleAttribute('data-voice', Boolean(voice()));

  /** @param {string} words */
  function say(words) {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice() ?? null;
    utterance.lang = root.lang;
    utterance.rate = RATE;
    speech.speak(utterance);
  }

  document.addEventListener('click', ({ target }) => {
    const wanted = target instanceof Element && /** @type {?HTMLElement} */ (target.closest('.listen'));
    const { speaking } = speech;
    speech.cancel();
    if (wanted && !speaking) say(wanted.dataset.words ?? allWords());
  });
  speech.addEventListener?.('voiceschanged', showButtons);
  addEventListener('pagehide', () => speech.cancel());
  showButtons();
}

if (globalThis.speechSynthesis) start(globalThis.speechSynthesis);
