// The lock of a shared device that nobody touched for a while: first here, where no network is needed, then on
// the server, as soon as that can be reached.
(() => {
  const idle = Number(document.getElementById('page-settings').dataset.idle) * 1000;
  if (!idle) return; // a device of the person's own
  const asking = Math.min(30_000, idle / 3);
  const stillHere = document.getElementById('still-here');
  const putDown = document.getElementById('put-down');
  const tabs = new BroadcastChannel('kompas'); // the others of this browser
  let touched = Date.now();
  let told = touched;
  let locking = false;

  function stay() {
    touched = Date.now();
    if (stillHere?.open) stillHere.close();
  }

  function touch({ target }) {
    if (locking) return;
    // its own button closes the question itself: gone sooner, the tap would fall on what is behind it
    if (stillHere?.open && target.closest?.('#still-here button')) touched = Date.now();
    else stay();
    tabs.postMessage('touched');
    if (touched - told < 20_000) return;
    told = touched;
    if (typeof emitEvent === 'function') emitEvent('kompas_stay'); // a plain page has no line
  }

  function watch() {
    const quiet = Date.now() - touched;
    if (quiet >= idle) lock();
    else if (quiet >= idle - asking && stillHere && !stillHere.open) stillHere.showModal();
  }

  async function lock() {
    if (locking) return;
    locking = true;
    kompas.clear();
    document.body.className = 'plain';
    if (putDown) document.body.append(putDown.content);
    history.replaceState(null, '', '/slot');
    tabs.postMessage('locked');
    while (!(await kompas.put('/slot'))) await new Promise((resolve) => setTimeout(resolve, 2000));
    location.replace('/slot');
  }

  for (const sign of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(sign, touch, { capture: true, passive: true });
  }
  // Timers sleep when the tablet does: what was painted last is a curtain, until we know how long that was.
  document.addEventListener('visibilitychange', () => {
    if (locking) return;
    kompas.curtain(document.hidden);
    watch();
  });
  document.addEventListener('resume', watch);
  for (const awake of ['focus', 'pageshow']) addEventListener(awake, watch);
  setInterval(watch, Math.min(1000, idle / 10));
  tabs.onmessage = ({ data }) => (data === 'locked' ? lock() : stay());
})();
