// A form is sent once: a second tap, while the answer is on its way, would use the code that the first used up.
const PATIENCE = 15_000;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, PATIENCE);
});

// Back shows no page that was filled in before.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
