"""The process in which the sound is taken out of one recording: it may crash, hang or swell without harm.

Run by `model/media/voice.py` as `python -m model.media.voice_worker RECEIVED KEPT`. The exit status is all it says, so
that nothing a file holds can reach a log.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path

import av

from model.media.voice import DISK, NOT_A_SOUND, NotASound, sound_type
from model.processes.shut_in import shut_in

# the library asks for these when it meets a stream of the kind, and by then nothing can be opened any more
for kind in ('audio', 'video', 'subtitles', 'data', 'attachments'):
    with suppress(ModuleNotFoundError):
        import_module(f'av.{kind}.stream')

READS = {'webm': 'matroska,webm', 'mp4': 'mov,mp4,m4a,3gp,3g2,mj2', 'ogg': 'ogg'}
"""What the library calls the one reader of each kind: no other of its hundreds is tried."""
CODECS = {'opus', 'vorbis', 'aac'}
NOTHING_OF_OURS = {'fflags': '+bitexact'}
"""No name of a program, no time, no number by chance: the same sound is the same file."""


def main(received: Path, kept: Path) -> int:
    """Make the file, on disk when this is done; returns the exit status."""
    try:
        with received.open('rb') as file, kept.open('wb') as place:
            content = file.read()
            shut_in(writes=True)
            place.write(only_sound(content))
            place.flush()
            os.fsync(place.fileno())
    except NotASound:
        return NOT_A_SOUND
    except OSError as error:
        return DISK + (error.errno or 0)
    return 0


def only_sound(content: bytes) -> bytes:
    """The first sound of a recording in a new file of the same kind. Raises `NotASound`."""
    kind = sound_type(content)
    try:
        return _repacked(content, kind)
    except Exception as error:  # whatever the library makes of a file that is none
        raise NotASound from error


def _repacked(content: bytes, kind: str) -> bytes:
    new, packets = BytesIO(), 0
    with av.open(BytesIO(content), 'r', format=READS[kind]) as old:
        sound = old.streams.audio[0]
        if sound.codec_context.name not in CODECS:
            raise NotASound
        with av.open(new, 'w', format=kind, options=NOTHING_OF_OURS) as made:
            stream = made.add_stream_from_template(sound)
            stream.metadata.clear()
            for packet in old.demux(sound):
                if packet.dts is not None:  # the last one is empty
                    packet.stream = stream
                    made.mux(packet)
                    packets += 1
    if not packets:
        raise NotASound
    return new.getvalue()


if __name__ == '__main__':
    sys.exit(main(*map(Path, sys.argv[1:])))
