"""Spoken words: what a browser records, recognised by how it begins and stored as it is."""

MOST_BYTES = 2 * 1024 * 1024
"""A minute of speech is about 200 kB; some browsers spend more on it."""

_STILLS = {b'heic', b'heix', b'mif1', b'msf1', b'avif', b'avis'}
"""Kinds of photo that begin as MP4 does."""


class NotASound(ValueError):
    """The bytes are not a recording of one of the three kinds that browsers make."""


def sound_type(content: bytes) -> str:
    """`webm`, `mp4` or `ogg`, by the first bytes: what the sender calls it is not believed. Raises `NotASound`."""
    if content[:4] == b'\x1a\x45\xdf\xa3' and b'webm' in content[:64]:
        return 'webm'
    if content[4:8] == b'ftyp' and content[8:12] not in _STILLS:
        return 'mp4'
    if content[:4] == b'OggS':
        return 'ogg'
    raise NotASound
