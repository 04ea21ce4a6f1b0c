// The camera of this device as a page has it: whether there is one, and how it goes off.

/** Whether this browser lets a page have the camera, which the person may still refuse. */
export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

/** @param {HTMLVideoElement} video */
export const streamOf = ({ srcObject }) => (srcObject instanceof MediaStream ? srcObject : null);

/** @param {MediaStream | null} stream */
export function stop(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** @param {HTMLVideoElement} video */
export function turnOff(video) {
  stop(streamOf(video));
  video.srcObject = null;
}
