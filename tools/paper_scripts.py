"""The scripts of paper, by the Noto Sans they are taken from; `docs/paper.md` says how one is added."""

Blocks = dict[str, tuple[range, ...]]

SCRIPTS: Blocks = {
    '': (
        range(0x0020, 0x02B0),  # Latin, also of Azeri and of West Africa
        range(0x02B9, 0x02DE),
        range(0x0300, 0x0530),  # loose accents, Greek, Cyrillic
        range(0x1E00, 0x1F00),  # Latin of Vietnam
        range(0x200C, 0x200E),  # what joins letters and keeps them apart
        range(0x2010, 0x2028),  # dashes, quotes, dots
        range(0x2030, 0x2190),  # more of them, small figures, money, ℓ № ™
    ),
    'Arabic': (
        *(range(0x0600, 0x0700), range(0x0750, 0x0780), range(0x08A0, 0x0900)),
        *(range(0xFDF0, 0xFE00), range(0xFE70, 0xFF00)),
    ),
    'Hebrew': (range(0x0590, 0x0600), range(0xFB1D, 0xFB50)),
    'Armenian': (range(0x0530, 0x0590), range(0xFB13, 0xFB18)),
    'Georgian': (range(0x10A0, 0x1100), range(0x1C90, 0x1CC0), range(0x2D00, 0x2D30)),
    'Ethiopic': (range(0x1200, 0x1380),),
    'Thai': (range(0x0E00, 0x0E80),),
    'Symbols': (range(0x2190, 0x2200), range(0x25A0, 0x2800)),  # arrows, shapes, marks
}
"""Which characters are taken from which Noto Sans, in two weights; a character is taken from the first that has it."""

ONE_WEIGHT: Blocks = {
    'Devanagari': (range(0x0900, 0x0980), range(0xA8E0, 0xA900)),
    'Bengali': (range(0x0980, 0x0A00),),
    'Gurmukhi': (range(0x0A00, 0x0A80),),
    'Tamil': (range(0x0B80, 0x0C00),),
    'Sinhala': (range(0x0D80, 0x0E00),),
}
"""The same for scripts that stand on few sheets and take much room: between regular and bold."""
