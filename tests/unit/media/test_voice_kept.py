"""Of a voice only the sound is kept: with real recordings, in the kinds that browsers make."""

from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import pytest

from model.media import voice
from model.media.voice import NotASound, keep_sound
from model.media.voice_worker import only_sound
from tests.page.cast.sending import SOUNDS

KINDS = [('webm', 'libopus'), ('mp4', 'aac'), ('mp4', 'libopus'), ('ogg', 'libopus')]
TOLD = {
    'title': 'GEHEIM 51.588,4.776',
    'location': '+51.588+004.776/',
    'comment': 'GEHEIM',
    'artist': 'GEHEIM',
    'date': '2026-11-29',
    'encoder': 'GEHEIM',
}
RATE = 48_000


def recorded(kind: str, codec: str, *, told: dict[str, str] | None = None, picture: bool = False) -> bytes:
    """A fifth of a second of silence, with what a phone might write beside it."""
    content = BytesIO()
    with av.open(content, 'w', format=kind) as made:
        made.metadata.update(told or {})
        sound: Any = made.add_stream(codec, rate=RATE, layout='mono')
        sound.metadata.update(told or {})
        if picture:
            video: Any = made.add_stream('libvpx' if kind == 'webm' else 'mpeg4', rate=10)
            video.width = video.height = 64
            made.mux(video.encode(av.VideoFrame(64, 64, 'yuv420p')))
            made.mux(video.encode(None))
        for number in range(10):
            made.mux(sound.encode(silence(number, 's16' if codec == 'libopus' else 'fltp')))
        made.mux(sound.encode(None))
    return content.getvalue()


def silence(number: int, format: str) -> av.AudioFrame:
    frame = av.AudioFrame(format=format, layout='mono', samples=960)
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    frame.sample_rate, frame.pts, frame.time_base = RATE, 960 * number, Fraction(1, RATE)
    return frame


def heard(content: bytes) -> list[bytes]:
    """The packets of sound."""
    with av.open(BytesIO(content), 'r') as file:
        return [bytes(packet) for packet in file.demux(file.streams.audio[0]) if packet.size]


@pytest.mark.parametrize(('kind', 'codec'), KINDS)
def test_what_a_phone_writes_beside_the_sound_is_gone(kind, codec):
    sent = recorded(kind, codec, told=TOLD)
    assert b'GEHEIM' in sent and b'4.776' in sent
    kept = only_sound(sent)
    for told in (b'GEHEIM', b'51.588', b'4.776', b'2026'):
        assert told not in kept
    assert heard(kept) == heard(sent)
    assert voice.sound_type(kept) == kind


@pytest.mark.parametrize('kind', ['webm', 'mp4'])
def test_a_picture_beside_the_sound_is_gone(kind):
    sent = recorded(kind, 'libopus', picture=True)
    with av.open(BytesIO(only_sound(sent))) as file:
        assert [stream.type for stream in file.streams] == ['audio']


def test_a_file_within_it_is_gone():
    content = BytesIO()
    with av.open(content, 'w', format='matroska') as made:
        made.add_attachment('geheim.txt', 'text/plain', b'GEHEIM 51.588')
        sound = made.add_stream('libopus', rate=RATE, layout='mono')
        made.mux(sound.encode(silence(0, 's16')))
        made.mux(sound.encode(None))
    sent = content.getvalue().replace(b'matroska', b'webm\0\0\0\0', 1)
    assert b'GEHEIM' in sent
    assert b'GEHEIM' not in only_sound(sent)


@pytest.mark.parametrize('kind', SOUNDS)
def test_what_lies_behind_or_between_is_gone(kind):
    behind = only_sound(SOUNDS[kind] + b'GEHEIM' * 100)
    assert b'GEHEIM' not in behind


@pytest.mark.parametrize('kind', SOUNDS)
def test_what_was_made_so_is_made_so_again(kind):
    assert only_sound(SOUNDS[kind]) == SOUNDS[kind]


@pytest.mark.parametrize('kind', SOUNDS)
@pytest.mark.parametrize('cut', [20, 60, 150])
def test_what_is_no_whole_sound_is_refused_or_made_one(kind, cut):
    try:
        kept = only_sound(SOUNDS[kind][:cut])
    except NotASound:
        return
    assert heard(kept)


@pytest.mark.parametrize(
    'content',
    [
        bytes.fromhex('1a45dfa39f4286810142f7810142f2810442f381084282847765626d') + bytes(300),
        b'\0\0\0\x18ftypmp42\0\0\0\0mp42isom' + bytes(300),
        b'OggS\0\x02' + bytes(300),
        b'<svg/>',
    ],
)
async def test_the_process_refuses_what_only_begins_as_a_sound(tmp_path, content):
    (tmp_path / 'received').write_bytes(content)
    with pytest.raises(NotASound):
        await keep_sound(tmp_path / 'received', tmp_path / 'kept')


@pytest.mark.parametrize('kind', SOUNDS)
async def test_the_process_keeps_a_sound(tmp_path, kind):
    (tmp_path / 'received').write_bytes(SOUNDS[kind])
    await keep_sound(tmp_path / 'received', tmp_path / 'kept')
    assert (tmp_path / 'kept').read_bytes() == SOUNDS[kind]


async def test_a_full_disk_is_no_refusal(tmp_path):
    (tmp_path / 'received').write_bytes(SOUNDS['webm'])
    (tmp_path / 'kept').symlink_to('/dev/full')
    with pytest.raises(OSError, match='No space left'):
        await keep_sound(tmp_path / 'received', tmp_path / 'kept')


async def test_what_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(voice, 'LONGEST', 0.01)
    (tmp_path / 'received').write_bytes(SOUNDS['webm'])
    with pytest.raises(TimeoutError):
        await keep_sound(tmp_path / 'received', tmp_path / 'kept')
