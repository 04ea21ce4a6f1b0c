import pytest

from model.media.voice import NotASound, sound_type

# the first bytes, as Chromium, Firefox and Safari write them
WEBM = bytes.fromhex('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff')
LONG_WEBM = bytes.fromhex('1a45dfa301000000000000') + bytes(33) + b'\x42\x82\x84webm'
MP4 = b'\x00\x00\x00\x1cftypiso5\x00\x00\x00\x01isomiso5hlsf\x00\x00\x02\x9bmoov'
OGG = b'OggS\x00\x02' + bytes(22) + b'\x01\x13OpusHead'
MATROSKA = WEBM.replace(b'\x84webm', b'\x88matroska')


@pytest.mark.parametrize(
    ('content', 'kind'),
    [(WEBM, 'webm'), (LONG_WEBM, 'webm'), (MP4, 'mp4'), (OGG, 'ogg'), (WEBM + bytes(2_000_000), 'webm')],
)
def test_a_recording_is_known_by_how_it_begins(content, kind):
    assert sound_type(content) == kind


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'Ogg',
        WEBM[:4],
        MP4[:7],
        MATROSKA,
        WEBM[:4] + bytes(60) + b'webm',
        b'webm' + WEBM[4:],
        b'\n' + WEBM,
        b'ftyp' + MP4[8:],
        b' ' + OGG,
        b'oggs' + OGG[4:],
        b'RIFF\x24\x00\x00\x00WAVEfmt ',
        b'RIFF\x24\x00\x00\x00WEBPVP8 ',
        b'ID3\x04\x00\x00\x00\x00\x00\x00',
        b'\xff\xd8\xff\xe0\x00\x10JFIF',
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b'<!doctype html><title>webm</title>',
    ],
)
def test_anything_else_is_not_a_sound(content):
    with pytest.raises(NotASound):
        sound_type(content)
