import base64
import re
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pyotp
import pytest

from model.workers.one_time import RECOVERY_CODES, STEP, OneTime, draw_recovery_codes, new_seed

SECRET = bytes(range(32))
NOOR, SAM = '0123456789abcdef', 'fedcba9876543210'
SEED = '5e' * 16


@pytest.fixture
def one_time():
    return OneTime(SECRET)


def step_of(now):
    return int(now.timestamp()) // STEP


@pytest.fixture
def shown(one_time):
    """What Noor's authenticator app shows at a moment."""
    return lambda moment: pyotp.TOTP(one_time.key(NOOR, SEED)).at(moment)


# the authenticator app


def test_a_code_that_is_shown_now_is_of_this_step(one_time, shown, now):
    assert one_time.step(NOOR, SEED, shown(now), now) == step_of(now)


@pytest.mark.parametrize(('seconds', 'steps'), [(-30, -1), (30, 1)])
def test_a_clock_may_be_one_step_early_or_late(one_time, shown, now, seconds, steps):
    code = shown(now + timedelta(seconds=seconds))
    assert one_time.step(NOOR, SEED, code, now) == step_of(now) + steps


@pytest.mark.parametrize('seconds', [-60, 60, -3600])
def test_a_code_of_another_moment_is_wrong(one_time, shown, now, seconds):
    assert one_time.step(NOOR, SEED, shown(now + timedelta(seconds=seconds)), now) is None


def test_a_code_may_be_typed_with_spaces_and_in_other_digits(one_time, shown, now):
    code = shown(now)
    arabic = code.translate(str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩'))
    for typed in (f' {code[:3]} {code[3:]} ', arabic):
        assert one_time.step(NOOR, SEED, typed, now) == step_of(now)


@pytest.mark.parametrize(
    'code', ['', '12345', '1234567', 'abcdef', '-12345', '1e5', '²' * 6, '0' * 1_000_000, '\ud800']
)
def test_what_is_no_code_is_wrong(one_time, now, code):
    assert one_time.step(NOOR, SEED, code, now) is None


def test_a_code_with_more_behind_is_wrong(one_time, shown, now):
    assert one_time.step(NOOR, SEED, shown(now) + '1', now) is None
    assert one_time.step(NOOR, SEED, shown(now) + '\nx', now) is None


def test_the_code_of_somebody_else_with_the_same_seed_is_wrong(one_time, shown, now):
    assert one_time.step(SAM, SEED, shown(now), now) is None


def test_the_code_of_another_seed_is_wrong(one_time, shown, now):
    assert one_time.step(NOOR, new_seed(), shown(now), now) is None


def test_the_app_gets_an_address_it_understands(one_time, now):
    address = urlsplit(one_time.address(NOOR, SEED, 'noor@example'))
    asked = parse_qs(address.query)
    assert (address.scheme, address.netloc) == ('otpauth', 'totp')
    assert unquote(address.path) == '/Krachtkompas:noor@example'
    assert asked == {'secret': [one_time.key(NOOR, SEED)], 'issuer': ['Krachtkompas']}
    app = pyotp.parse_uri(address.geturl())
    assert isinstance(app, pyotp.TOTP)
    assert app.at(now) == pyotp.TOTP(one_time.key(NOOR, SEED)).at(now)


def test_the_app_keeps_160_bits(one_time):
    assert len(base64.b32decode(one_time.key(NOOR, SEED))) == 20


def test_a_seed_makes_no_codes_without_the_secret(one_time):
    assert OneTime(bytes(32)).key(NOOR, SEED) != one_time.key(NOOR, SEED)
    assert bytes.fromhex(SEED) not in base64.b32decode(one_time.key(NOOR, SEED))


def test_no_two_seeds_are_the_same():
    assert len({new_seed() for _ in range(100)}) == 100


# recovery codes


def test_eight_recovery_codes_of_sixty_bits_are_drawn():
    codes = draw_recovery_codes()
    assert len(set(codes)) == RECOVERY_CODES == 8
    for code in codes:
        assert re.fullmatch(r'([0-9a-hjkmnp-tv-z]{4}-){2}[0-9a-hjkmnp-tv-z]{4}', code)
    drawn = {sign for _ in range(100) for code in draw_recovery_codes() for sign in code} - {'-'}
    assert len(drawn) == 32  # 12 signs of 5 bits


@pytest.mark.parametrize(
    'typed', ['k3f9x02m7qd1', 'K3F9 X02M 7QD1', ' k3f9-x02m-7qd1 ', 'K3F9-XO2M-7QDI', 'k3f9‐xo2m‐7qdl']
)
def test_a_recovery_code_may_be_typed_in_many_ways(one_time, typed):
    assert one_time.recovery_hash(NOOR, typed) == one_time.recovery_hash(NOOR, 'k3f9-x02m-7qd1')


@pytest.mark.parametrize('typed', ['', 'k3f9-x02m', 'k3f9-x02m-7qd2', 'x' * 1_000_000, '\ud800'])
def test_another_code_is_another(one_time, typed):
    assert one_time.recovery_hash(NOOR, typed) != one_time.recovery_hash(NOOR, 'k3f9-x02m-7qd1')


def test_what_is_kept_is_of_one_worker_and_one_secret(one_time):
    code = 'k3f9-x02m-7qd1'
    kept = {one_time.recovery_hash(NOOR, code), one_time.recovery_hash(SAM, code)}
    kept.add(OneTime(bytes(32)).recovery_hash(NOOR, code))
    assert len(kept) == 3
    assert 'k3f9' not in ''.join(kept)
