// The button that copies a link; where a browser does not let it, the link is selected and words say so.
import offer from '../live/copy_text.js';

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-of][hidden]');
  for (const button of buttons) {
    button.hidden = false;
    offer(button);
  }
}

start();
document.addEventListener('kompas-shown', start); // a page that came as the answer to a form
