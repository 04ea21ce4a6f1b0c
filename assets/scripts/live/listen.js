// "Lees voor": says the question and the words of a screen with the browser's own voice.
// Where no voice speaks the language of the page, the button is not shown (see app.css).
(() => {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const root = document.documentElement;
  // the framework wraps a live page in one main of its own; its parts are read in this order
  const PARTS = 'hgroup, h1, .body, .disc, .steps, .alone, .plain main';

  const voice = () =>
    speech.getVoices().find((one) => one.lang.toLowerCase().split(/[-_]/)[0] === root.lang);

  const showButtons = () => root.toggleAttribute('data-voice', Boolean(voice()));

  // what has no box of its own may still hold something that is seen
  const isShown = (element) => element.checkVisibility() || getComputedStyle(element).display === 'contents';

  // What a screen says: names of links and buttons, and every text that can be seen.
  function* wordsIn(element) {
    if (element.closest('.listen, [aria-hidden="true"]') || !isShown(element)) return;
    const name = element.getAttribute('aria-label');
    if (name) {
      yield name;
      return;
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) yield node.textContent.trim();
      if (node.nodeType === Node.ELEMENT_NODE) yield* wordsIn(node);
    }
  }

  function say() {
    const parts = [...document.querySelectorAll(PARTS)].filter((one) => !one.parentElement.closest(PARTS));
    const words = new Set(parts.flatMap((part) => [...wordsIn(part)]));
    const utterance = new SpeechSynthesisUtterance([...words].join('. '));
    utterance.voice = voice();
    utterance.lang = root.lang;
    utterance.rate = 0.9;
    speech.speak(utterance);
  }

  document.addEventListener('click', (event) => {
    const wanted = event.target.closest('.listen');
    const speaking = speech.speaking;
    speech.cancel();
    if (wanted && !speaking) say();
  });
  speech.addEventListener?.('voiceschanged', showButtons);
  addEventListener('pagehide', () => speech.cancel());
  showButtons();
})();
