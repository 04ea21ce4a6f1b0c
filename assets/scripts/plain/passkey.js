// Passkeys, on buttons with data-passkey: "in" shows who somebody is, "new" makes one. They are seen only where the
// browser has passkeys: at https addresses with a name and on localhost.
(() => {
  const host = location.hostname;
  const isNumber = /^[\d.]+$/.test(host) || host.startsWith('[');
  if (!isSecureContext || isNumber || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  function tell(words) {
    const place = document.querySelector('.sorry[role="alert"]');
    if (!words || !place) return location.reload(); // no answer of ours: the page itself says what is the matter
    (place.querySelector('span') ?? place).textContent = words;
    place.hidden = false;
    place.scrollIntoView({ block: 'nearest' });
  }

  async function post(address, body = '') {
    const headers = { 'X-Kompas': '1', 'Content-Type': 'application/json' };
    return (await fetch(address, { method: 'POST', headers, body })).json();
  }

  // The browser asks for a face, a finger or a PIN; nothing when somebody says no, or it is not for this site.
  async function answer(kind, options) {
    try {
      return kind === 'new'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    } catch {
      return null;
    }
  }

  // What else stands in the form of the button: whose device this is, and where to go next.
  function beside(form) {
    const more = new URLSearchParams();
    if (form?.elements.eigen?.checked) more.set('eigen', 'ja');
    if (form?.elements.naar?.value) more.set('naar', form.elements.naar.value);
    return String(more) && `?${more}`;
  }

  async function use(button) {
    const { passkey: kind, ask = '/werk/sleutel/vraag', post: where } = button.dataset;
    const asked = await post(ask);
    if (!asked.options) return tell(asked.words);
    const credential = await answer(kind, asked.options);
    if (!credential) return tell(asked.words);
    const told = await post(where + beside(button.form), JSON.stringify(credential));
    if (told.page) location.replace(told.page);
    else tell(told.words);
  }

  for (const button of document.querySelectorAll('[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      await use(button).catch(() => tell(''));
      button.disabled = false;
    });
  }
})();
