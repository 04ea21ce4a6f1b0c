// A button that copies the words of a part of this page; where a browser does not let it, it says so in words.
const SHOWN = 4000;

/**
 * Select the words, so that a finger or the keyboard can copy them.
 * @param {HTMLElement} part
 */
function select(part) {
  const range = document.createRange();
  range.selectNodeContents(part);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  part.focus();
}

/**
 * Say that it was done on the button itself, for a while.
 * @param {HTMLElement} button
 */
function sayDone(button) {
  const words = button.querySelector('.word');
  if (!words) return;
  button.dataset.words ??= words.textContent ?? '';
  words.textContent = button.dataset.done ?? '';
  setTimeout(() => (words.textContent = button.dataset.words ?? ''), SHOWN);
}

/** @param {HTMLElement} button */
export default function offer(button) {
  button.addEventListener('click', async () => {
    const part = document.getElementById(button.dataset.of ?? '');
    const sorry = document.querySelector('.copy-sorry');
    if (!part || !sorry) return;
    sorry.textContent = '';
    try {
      await navigator.clipboard.writeText(part.textContent ?? '');
      sayDone(button);
    } catch {
      select(part);
      sorry.textContent = button.dataset.sorry ?? '';
    }
  });
}
