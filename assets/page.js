// What only the browser can do on the page of a compass: the first picture, the idle time, the sign of a
// lost network, keeping the focus on a link that is drawn anew, and a small celebration.
const kompas = (() => {
  const settings = document.getElementById('page-settings').dataset;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // The first picture stands until the live page does.
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.nicegui-layout h1')) return;
    document.getElementById('first-picture')?.remove();
    observer.disconnect();
  }).observe(document.body, { childList: true, subtree: true });

  // The framework writes English words in its popup; a pictogram and one word of ours take their place.
  document.getElementById('popup').replaceChildren(document.getElementById('lost-network').content);

  // A link in the compass that is drawn anew keeps the focus it had; when what had it is gone, the title gets it.
  let held = null;
  document.addEventListener('focusin', (event) => {
    held = event.target.closest('svg.compass a')?.dataset.page ?? null;
  });
  new MutationObserver(() => {
    if (document.activeElement !== document.body) return;
    const title = document.querySelector('.nicegui-layout h1');
    const link = held && document.querySelector(`svg.compass a[data-page="${held}"]`);
    if (title) title.tabIndex = -1;
    (link || title)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });

  // A shared device forgets after a while in which nobody touched it.
  const idle = Number(settings.idle) * 1000;
  const asking = Math.min(60_000, idle / 3);
  let touched = Date.now();
  let told = touched;
  const stillHere = document.getElementById('still-here');

  function touch() {
    touched = Date.now();
    if (stillHere?.open) stillHere.close();
    if (touched - told > 30_000) {
      told = touched;
      emitEvent('kompas_stay');
    }
  }

  function watch() {
    const quiet = Date.now() - touched;
    if (quiet >= idle) leave();
    else if (quiet >= idle - asking && !stillHere.open) stillHere.showModal();
  }

  let leaving = false;

  function leave() {
    leaving = true;
    document.getElementById('app').replaceChildren();
    document.getElementById('leave').submit();
  }

  if (idle) {
    for (const sign of ['pointerdown', 'keydown']) document.addEventListener(sign, touch, true);
    document.addEventListener('visibilitychange', watch);
    setInterval(watch, Math.min(1000, idle / 10));
  }

  // A page that was left shows nothing when the browser goes back to it.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  function wipe() {
    if (leaving) return; // the form is on its way, and leads further
    document.body.replaceChildren();
    location.replace('/');
  }

  function celebrate() {
    if (calm.matches) return;
    const party = document.createElement('div');
    party.className = 'party';
    party.setAttribute('aria-hidden', 'true');
    for (let piece = 0; piece < 24; piece += 1) {
      const paper = document.createElement('i');
      paper.style.setProperty('--x', `${Math.random() * 100}vw`);
      paper.style.setProperty('--turn', `${Math.random() * 720 - 360}deg`);
      paper.style.setProperty('--wait', `${Math.random() * 250}ms`);
      paper.dataset.colour = ['be-yourself', 'matter', 'take-part', 'belong'][piece % 4];
      party.append(paper);
    }
    document.body.append(party);
    setTimeout(() => party.remove(), 2000);
  }

  // Scripts that only some screens need are fetched when an element names one, and again on a bad network.
  const fetched = new Map();

  async function fetchScript(address, attempt = 0) {
    try {
      return await import(attempt ? `${address}&again=${attempt}` : address);
    } catch (error) {
      if (attempt === 30) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return fetchScript(address, attempt + 1);
    }
  }

  function load(address) {
    if (!fetched.has(address)) fetched.set(address, fetchScript(address));
    return fetched.get(address);
  }

  const started = new WeakSet();

  function startScripts() {
    for (const element of document.querySelectorAll('[data-script]')) {
      if (started.has(element)) continue;
      started.add(element);
      load(element.dataset.script).then((script) => script.default(element));
    }
  }
  new MutationObserver(startScripts).observe(document.body, { childList: true, subtree: true });

  return { celebrate, leave, load, wipe };
})();
