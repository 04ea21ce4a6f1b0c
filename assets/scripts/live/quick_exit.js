// "Snel weg": at once nothing to see, then away to a page about something else, in every tab of this browser.
(() => {
  const button = document.querySelector('[data-exit]');
  const { exit } = button.dataset;
  const tabs = new BroadcastChannel('kompas-away');
  const ESCAPES = 3;
  const WITHIN = 1500;
  const PATIENCE = 300; // who is watched waits for no network
  let escapes = [];
  let gone = false;

  function blank() {
    gone = true;
    kompas.clear();
  }

  async function leave() {
    if (gone) return;
    blank();
    tabs.postMessage('away');
    // told to the server first, so that Back leads away as well
    await Promise.race([kompas.put('/weg'), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.replace(exit);
  }

  button.addEventListener('click', leave);
  tabs.onmessage = () => {
    blank();
    location.replace(exit);
  };

  // for hands at a keyboard
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      escapes = key === 'Escape' ? [...escapes, timeStamp].filter((at) => timeStamp - at < WITHIN) : [];
      if (escapes.length >= ESCAPES) leave();
    },
    { capture: true },
  );
})();
