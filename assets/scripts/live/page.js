// What only the browser can do on a live page: the first picture, leaving nothing to see, the sign of a lost
// network, keeping the focus on a link that is drawn anew, and a small celebration.
const kompas = (() => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // The first picture stands until the live page does.
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.nicegui-layout h1')) return;
    document.getElementById('first-picture')?.remove();
    observer.disconnect();
  }).observe(document.body, { childList: true, subtree: true });

  // The framework writes English words in its popup; a pictogram and one word of ours take their place.
  const lost = document.getElementById('lost-network');
  if (lost) document.getElementById('popup').replaceChildren(lost.content);

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

  let leaving = false; // somebody is on the way to another page already

  // Nothing stays to be seen: no words, no title, no line over which they could come back.
  function empty() {
    if (window.socket) {
      socket.removeAllListeners(); // they look for elements that are gone
      socket.io.removeAllListeners();
      socket.disconnect();
    }
    window.onbeforeunload = null; // the framework keeps the id of the tab then
    sessionStorage.clear();
    document.title = '';
    document.body.replaceChildren();
    curtain(false);
  }

  // What a page cannot take away in time is not painted.
  function curtain(drawn) {
    document.documentElement.toggleAttribute('data-curtain', drawn);
  }

  // The same, when the caller leads on to another page.
  function clear() {
    leaving = true;
    empty();
  }

  function leave() {
    const form = document.getElementById('leave');
    clear();
    document.body.append(form);
    form.submit();
  }

  // By the server: this browser may look no longer.
  function wipe() {
    empty();
    if (!leaving) location.replace('/');
  }

  addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.target.method === 'post') leaving = true;
  });

  // Whether the server heard it.
  async function put(address) {
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'X-Kompas': '1' }, keepalive: true });
      return answer.status < 500;
    } catch {
      return false;
    }
  }

  // A page that was left shows nothing when the browser goes back to it.
  addEventListener('pagehide', () => curtain(true));
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  // The framework takes links over its line; those of the belt lead on without it.
  document.getElementById('belt')?.addEventListener('click', (event) => event.stopPropagation());

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

  return { celebrate, clear, curtain, leave, load, put, wipe };
})();
