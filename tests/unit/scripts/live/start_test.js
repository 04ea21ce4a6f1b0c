import assert from 'node:assert/strict';
import { addressOf, fetcher } from '../../../../assets/scripts/live/start.js';

const HERE = 'https://kompas.example/assets/scripts/0123456789ab/live/start.js';
const SCRIPT = { default: () => {} };

/**
 * A network on which only these tries, counted from 0, succeed.
 * @param {(number: number) => boolean} succeeds
 */
function network(succeeds) {
  /** @type {string[]} */
  const asked = [];
  let pauses = 0;
  const fetchModule = (/** @type {URL} */ address) => {
    const number = asked.push(address.pathname.replace('/assets/scripts/0123456789ab/', '')) - 1;
    return succeeds(number) ? Promise.resolve(SCRIPT) : Promise.reject(new TypeError('network'));
  };
  const pause = () => Promise.resolve(pauses += 1);
  return {
    asked,
    get pauses() {
      return pauses;
    },
    fetchScript: fetcher(fetchModule, pause, HERE),
  };
}

Deno.test('a script lies beside the others, below the version of the page', () => {
  assert.equal(
    addressOf('capture/camera.js', 0, HERE).href,
    'https://kompas.example/assets/scripts/0123456789ab/capture/camera.js',
  );
});

Deno.test('a script is fetched once, however many elements want it', async () => {
  const { asked, fetchScript } = network(() => true);
  assert.equal(await fetchScript('live/player.js'), SCRIPT);
  assert.equal(await fetchScript('live/player.js'), SCRIPT);
  assert.deepEqual(asked, ['live/player.js']);
});

Deno.test('each try has an address of its own, for what the script imports as well', async () => {
  const line = network((number) => number === 2);
  assert.equal(await line.fetchScript('capture/camera.js'), SCRIPT);
  assert.deepEqual(line.asked, ['capture/camera.js', 'again-1/capture/camera.js', 'again-2/capture/camera.js']);
  assert.equal(line.pauses, 2);
});

Deno.test('scripts that fail together try again together, so that what both import is one thing', async () => {
  const { asked, fetchScript } = network((number) => number > 1);
  await Promise.all([fetchScript('capture/camera.js'), fetchScript('capture/recorder.js')]);
  await fetchScript('draw/pencil.js');
  assert.deepEqual(asked, [
    'capture/camera.js',
    'capture/recorder.js',
    'again-1/capture/camera.js',
    'again-1/capture/recorder.js',
    'again-1/draw/pencil.js',
  ]);
});

Deno.test('after thirty tries it is given up', async () => {
  const { asked, fetchScript } = network(() => false);
  await assert.rejects(fetchScript('capture/camera.js'), /network/);
  assert.equal(asked.length, 30);
});
