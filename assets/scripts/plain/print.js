// A button that prints this page; without a script the browser's own menu does.
function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-print][hidden]');
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

start();
document.addEventListener('kompas-shown', start); // a page that came as the answer to a form
