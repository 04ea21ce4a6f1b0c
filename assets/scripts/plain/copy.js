// A button that copies the words of a part of this page; only where a browser lets a page do that.

/** @param {HTMLElement} button */
function offer(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const part = document.getElementById(button.dataset.copy ?? '');
    const lines = [...(part?.children ?? [])].map((line) => line.textContent?.trim() ?? '');
    await navigator.clipboard.writeText(lines.join('\n'));
    const words = button.querySelector('span');
    if (words) words.textContent = button.dataset.done ?? '';
  });
}

function start() {
  if (!isSecureContext || !navigator.clipboard) return;
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-copy][hidden]');
  buttons.forEach(offer);
}

start();
document.addEventListener('kompas-shown', start); // a page that came as the answer to a form
