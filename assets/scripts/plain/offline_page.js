// The page that stands in for another one while the network is away: it lets that one come as soon as it can.
const OWN = '/geen-verbinding';
const PAUSE = 3000;

async function tryAgain() {
  try {
    if ((await fetch(OWN, { cache: 'no-store' })).ok) return location.reload();
  } catch {
    // still away
  }
  return setTimeout(tryAgain, PAUSE);
}

if (location.pathname !== OWN) {
  setTimeout(tryAgain, PAUSE); // not at once: a page that fails for another reason would blink
  addEventListener('online', () => location.reload());
}
