"""How long the long tests play: all of it in `make soak`, a sample in `make test`. Only the tests read this setting."""

import os

from hypothesis import HealthCheck, Phase, settings

SOAK = os.environ.get('SOAK') == '1'


def rounds(every: int, sample: int) -> int:
    """So many of them now."""
    return every if SOAK else sample


def a_long_play(runs: int, steps: int) -> settings:
    """How a machine of Hypothesis plays against its model: so many runs of so many steps, the same ones each time."""
    return settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        database=None,
    )
