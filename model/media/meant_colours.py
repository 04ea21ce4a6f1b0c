"""The colours that a file means by code points alone (ITU-T H.273, "nclx"), as a profile that colour management reads.

HDR is made for a screen on which white paper shines with 203 cd/m² (ITU-R BT.2408) and lamps shine more: taken for
ordinary colours it is a grey wash. On our screens white paper is white, and what is brighter hardly differs from it.
"""

import struct
from collections.abc import Callable, Mapping, Sequence

WHITE_PAPER = 203.0
"""In cd/m²."""
HLG_BRIGHTEST = 1000.0
"""In cd/m²: of the screen that HLG is rendered for (ITU-R BT.2100)."""
SHOULDER = 0.95
"""Above this, on the scale of sRGB, brighter light comes ever closer to 1; nothing has to be cut off."""
STEPS = 1024

PQ, HLG = 16, 18
BT2020, DISPLAY_P3 = 9, 12
Column = tuple[float, float, float]
PRIMARIES: dict[int, tuple[Column, Column, Column]] = {
    BT2020: ((0.673459, 0.279033, -0.001931), (0.165661, 0.675338, 0.029984), (0.125100, 0.045629, 0.797162)),
    DISPLAY_P3: ((0.515102, 0.241182, -0.001050), (0.291965, 0.692236, 0.041882), (0.157153, 0.066582, 0.784378)),
}
"""Red, green and blue in CIE XYZ, adapted to D50 (Bradford), as a profile has them."""
SRGB: tuple[Column, Column, Column] = (
    (0.436066, 0.222488, 0.013916),
    (0.385147, 0.716873, 0.097076),
    (0.143066, 0.060608, 0.714096),
)
D50 = (0.9642, 1.0, 0.8249)


def profile_of(nclx: Mapping[str, object] | None) -> bytes | None:
    """An ICC profile of what `nclx` says, as `pillow_heif` reads it; None where that is sRGB, or nobody knows."""
    primaries, transfer = (nclx or {}).get('color_primaries'), (nclx or {}).get('transfer_characteristics')
    light = {PQ: pq, HLG: hlg}.get(transfer) if isinstance(transfer, int) else None
    columns = PRIMARIES.get(primaries) if isinstance(primaries, int) else None
    if light is None and columns is None:
        return None
    return _profile(columns or SRGB, on_screen(light) if light else linear)


def pq(code: float) -> float:
    """The light of a code from 0 to 1 in PQ, in cd/m² (ITU-R BT.2100, table 4)."""
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    power = code ** (1 / m2)
    return float(10_000 * (max(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1))


def hlg(code: float) -> float:
    """The same in HLG (ITU-R BT.2100, table 5), for what has no colour; a channel of its own is nearly that."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = code**2 / 3 if code <= 0.5 else (2.718281828459045 ** ((code - c) / a) + b) / 12
    return float(HLG_BRIGHTEST * scene**1.2)


def on_screen(light: Callable[[float], float]) -> Callable[[float], float]:
    """What of a code in `light` is seen on our screens, from 0 to 1 and linear."""

    def shown(code: float) -> float:
        wanted = encoded(light(code) / WHITE_PAPER)
        over = max(0.0, wanted - SHOULDER) / (1 - SHOULDER)
        return linear(min(wanted, SHOULDER) + (1 - SHOULDER) * over / (1 + over))

    return shown


def encoded(light: float) -> float:
    """Linear light on the scale of sRGB (IEC 61966-2-1), also above 1."""
    return float(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def linear(code: float) -> float:
    """The other way round."""
    return float(code / 12.92 if code <= 0.04045 else ((code + 0.055) / 1.055) ** 2.4)


def _profile(columns: Sequence[Column], light: Callable[[float], float]) -> bytes:
    """A profile of three primaries and one curve (ICC.1:2010, version 4)."""
    curve = [round(65535 * light(step / (STEPS - 1))) for step in range(STEPS)]
    trc = struct.pack(f'>4s4xI{STEPS}H', b'curv', STEPS, *curve)
    parts = {
        b'wtpt': _xyz(D50),
        **dict(zip((b'rXYZ', b'gXYZ', b'bXYZ'), map(_xyz, columns), strict=True)),
        b'rTRC': trc,
    }
    places, place = {}, 128 + 4 + 12 * (len(parts) + 2)
    for name, part in parts.items():
        places[name] = place, len(part)
        place += len(part)
    places[b'gTRC'] = places[b'bTRC'] = places[b'rTRC']
    table = struct.pack('>I', len(places)) + b''.join(struct.pack('>4sII', name, *at) for name, at in places.items())
    begin = struct.pack('>I4xI4s4s4s12x4s28x', place, 0x04300000, b'mntr', b'RGB ', b'XYZ ', b'acsp')
    header = begin + _fixed(D50) + bytes(48)
    return header + table + b''.join(parts.values())


def _xyz(values: Column) -> bytes:
    return b'XYZ \0\0\0\0' + _fixed(values)


def _fixed(values: Column) -> bytes:
    return struct.pack('>3i', *(round(65536 * value) for value in values))
