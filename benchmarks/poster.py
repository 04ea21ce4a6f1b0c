"""P25: how long a sheet takes, for a full compass of 20 strengths and 4 steps.

python benchmarks/poster.py
"""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from model.answer import Answer
from model.catalogue import ACTIONS, CONDITIONS
from model.compass import Compass
from model.words import language
from ui.poster import Sheet, _compiler, poster

TODAY = date(2026, 11, 22)
COLD, WARM = 5, 60


def full(number: int) -> Compass:
    """A full compass; `number` makes each one another, so that nothing is answered from a cache."""
    compass = Compass(made=datetime(2026, 11, 22, 10), nickname=f'Sam {number}', avatar='avatar-cat')
    for condition in CONDITIONS.values():
        for tile in condition.tiles[:5]:
            compass.choose_strength(condition.key, Answer(tile=tile.key), TODAY)
    compass.mark_heart(compass.strengths[number % 20].id, heart=True)
    compass.choose_wish(Answer(words=f'een huis met {number} kamers'), TODAY)
    for place, tile in enumerate(ACTIONS.tiles[:4]):
        words = f'{tile.word} {number}, en daarna samen wat eten'
        step = compass.start_action(Answer(words=words), TODAY)
        compass.choose_companion(step.id, Answer(tile='father'))
        compass.choose_day(step.id, TODAY + timedelta(days=place + number % 28))
    return compass


def timed(number: int, sheet: Sheet) -> float:
    """Milliseconds for one sheet."""
    compass, address = full(number), f'https://kompas.voorbeeld.nl/k#{number:022d}'
    start = perf_counter()
    poster(compass, language('nl'), TODAY, sheet=sheet, address=address, everything=False, local_only=False)
    return (perf_counter() - start) * 1000


def main() -> None:
    """Print the table."""
    number = 0
    print(f'{"sheet":<8}{"cold ms":>10}{"warm p50":>10}{"warm p95":>10}{"worst":>10}   (P25: warm at most 500)')
    for sheet in Sheet:
        cold, warm = [], []
        for _ in range(COLD):
            _compiler.cache_clear()
            number += 1
            cold.append(timed(number, sheet))
        for _ in range(WARM):
            number += 1
            warm.append(timed(number, sheet))
        p95 = quantiles(warm, n=20)[-1]
        print(f'{sheet:<8}{max(cold):>10.0f}{median(warm):>10.0f}{p95:>10.0f}{max(warm):>10.0f}')


if __name__ == '__main__':
    main()
