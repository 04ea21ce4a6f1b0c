// Spoken words: hold to speak, let go to send. What was said is sent, never played by itself.
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg'];
const SHORTEST = 0.5;
const BITS_PER_SECOND = 24_000;
const ONE_VOICE = { audio: { channelCount: 1, echoCancellation: true } };

export default async function start(element) {
  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return; // the button stays hidden
  const scripts = ['send', 'outbox'].map((name) => kompas.load(element.dataset[name]));
  const [post, { openOutbox }] = await Promise.all(scripts);
  const { tooShort, now, refused, hold, tap } = element.dataset;
  const part = (name) => element.querySelector(`[data-part=${name}]`);
  const [button, listening, left, said] = ['speak', 'listening', 'left', 'said'].map(part);
  const outbox = openOutbox(element, post);
  let wanted = null; // how the person began, `hold` or `tap`, as long as they want it
  let recording = null;

  /** One sentence in its place, `told` for trouble or `hint`; none takes both away. */
  function tell(place, words) {
    for (const name of ['told', 'hint']) part(name).hidden = name !== place;
    if (place) part(place).querySelector('span').textContent = words;
  }

  async function begin(how) {
    if (wanted || recording) return;
    const mine = (wanted = { how });
    tell();
    const asked = Date.now();
    try {
      const stream = await navigator.mediaDevices.getUserMedia(ONE_VOICE);
      if (wanted === mine && element.isConnected) recording = record(stream, show, finish);
      else silence(stream); // they let go meanwhile: to answer the browser, or too soon
    } catch {
      wanted = null;
      return tell('told', refused);
    }
    if (recording) said.textContent = how === 'hold' ? hold : tap;
    else tell('hint', Date.now() - asked > 1000 * SHORTEST ? now : tooShort);
  }

  function end() {
    wanted = null;
    recording?.stop();
  }

  const letGo = () => wanted?.how === 'hold' && end();

  function show(seconds) {
    const longest = Number(element.dataset.longest);
    listening.hidden = false;
    button.setAttribute('aria-pressed', true);
    listening.style.setProperty('--share', (100 * seconds) / longest);
    left.textContent = Math.ceil(longest - seconds);
    if (seconds >= longest || !element.isConnected) end();
  }

  function finish(blob, seconds) {
    recording = wanted = null;
    listening.hidden = true;
    said.textContent = '';
    button.setAttribute('aria-pressed', false);
    if (seconds < SHORTEST) tell('hint', tooShort);
    else outbox.add(async () => ({ body: blob }));
  }

  button.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    button.setPointerCapture(event.pointerId);
    begin('hold');
  });
  // sliding away, or a call that comes in, keeps what was said
  for (const over of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur']) button.addEventListener(over, letGo);
  button.addEventListener('contextmenu', (event) => event.preventDefault()); // what a long touch would open
  for (const type of ['keydown', 'keyup']) {
    button.addEventListener(type, (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault(); // no click will follow
      if (type === 'keyup') letGo();
      else if (!event.repeat) begin('hold');
    });
  }
  // a screen reader or a switch cannot hold: it clicks once to begin and once to end
  button.addEventListener('click', (event) => {
    if (event.detail) return;
    if (wanted) end();
    else begin('tap');
  });
  button.hidden = false;
}

/** Record until `stop()`. `show` hears how many seconds there are, `finish` gets all of it. */
function record(stream, show, finish) {
  const recorder = new MediaRecorder(stream, {
    mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)),
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  const parts = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let length;
  const clock = setInterval(() => show(seconds()), 100);
  const hide = () => document.hidden && stop();
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.onstop = () => {
    clearInterval(clock);
    document.removeEventListener('visibilitychange', hide);
    silence(stream);
    finish(new Blob(parts, { type: recorder.mimeType }), length ?? seconds());
  };
  function stop() {
    if (recorder.state === 'inactive') return;
    length = seconds();
    recorder.stop();
  }
  document.addEventListener('visibilitychange', hide);
  recorder.start();
  show(0);
  return { stop };
}

function silence(stream) {
  for (const track of stream.getTracks()) track.stop();
}
