// A form is sent once: a second tap, while the answer is on its way, would use the code that the first used up.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 15_000);
});

// Back shows no page that was filled in before.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
