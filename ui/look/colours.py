"""Colours, sizes and radii: the one place where the look is decided, for screen and paper alike."""

from model.pictures.pictogram import DRAWN, INK, Tint

PAPER = '#FBF6EC'
WHITE = '#FFFFFF'
DONE = '#1F7A50'
DONE_LIGHT = '#CDEBDD'
ACCENT = '#C93A1E'
FOCUS = '#1D5FD1'
QUIET = '#59667C'
SHADOW = '#DDD9D3'
"""The soft hard-edged shadow, already mixed with the paper, so that it prints as it shows."""

TINTS: dict[str, Tint] = {
    'be-yourself': Tint('#F6B33C', '#FFE7B8', '#C93A1E'),
    'matter': Tint('#EF7F5A', '#FFD9CB', '#C93A1E'),
    'take-part': Tint('#4FB286', '#CDEBDD', '#C93A1E'),
    'belong': Tint('#62A3E4', '#D2E5F8', '#C93A1E'),
}

WEEKDAY_TINTS: dict[str, tuple[str, Tint]] = {
    'monday': ('#FFD9CB', Tint('#C93A1E', '#FBF6EC', '#8A2612')),
    'tuesday': ('#FFE7B8', Tint('#B8740A', '#FBF6EC', '#C93A1E')),
    'wednesday': ('#CDEBDD', Tint('#1F7A50', '#FBF6EC', '#C93A1E')),
    'thursday': ('#D2E5F8', Tint('#2E6DB4', '#FBF6EC', '#C93A1E')),
    'friday': ('#E6D8F5', Tint('#7A4DB0', '#FBF6EC', '#C93A1E')),
    'saturday': ('#F9D6E8', Tint('#B0417E', '#FBF6EC', '#C93A1E')),
    'sunday': ('#E4E8EE', Tint('#667085', '#FBF6EC', '#C93A1E')),
}
"""Background and pictogram colours of each day: a memory aid of their own, the same everywhere."""

PICTOGRAM_TINTS: dict[str, Tint] = {key: tint for key, (_, tint) in WEEKDAY_TINTS.items()}


def tint_of(condition: str | None) -> Tint:
    """The colours of a condition, those of the drawings themselves where there is none."""
    return TINTS.get(condition or '', DRAWN)


def style_variables() -> str:
    """What the stylesheet calls `var(--…)`: colours by name, and those of each condition, day and pictogram."""
    named = {
        'paper': PAPER,
        'ink': INK,
        'white': WHITE,
        'done': DONE,
        'done-light': DONE_LIGHT,
        'accent': ACCENT,
        'focus': FOCUS,
        'quiet': QUIET,
        'belong-light': TINTS['belong'].light,
        'shadow': SHADOW,
        'amber': DRAWN.tint,
        'amber-light': DRAWN.light,
    }
    root = ''.join(f'--{name}:{value};' for name, value in named.items())
    conditions = ''.join(
        f'[data-colour="{key}"]{{--tint:{tint.tint};--light:{tint.light}}}' for key, tint in TINTS.items()
    )
    days = ''.join(
        f'[data-colour="{key}"]{{--tint:{tint.tint};--light:{light}}}' for key, (light, tint) in WEEKDAY_TINTS.items()
    )
    drawn = ''.join(
        f'[data-tint="{key}"]{{--drawn-tint:{tint.tint};--drawn-light:{tint.light}}}' for key, tint in TINTS.items()
    )
    return f':root{{{root}--tint:{DRAWN.tint};--light:{DRAWN.light}}}{conditions}{days}{drawn}'
