"""Workers as persons, and how an attempt to come in ends."""

import asyncio
from datetime import timedelta

import pytest

from model.access.refusals import NotSignedIn
from model.workers.one_time import STEP
from tests.unit.access.workers.cast import ORIGIN, PASSWORD, app_of
from tests.unit.workers.authenticator import Authenticator


class Somebody:
    """A worker as a person: with an app that shows codes, a paper with recovery codes, and a phone with a passkey."""

    def __init__(self, worker, app, paper):
        self.id, self.app, self.paper = worker.id, app, paper

    def code(self, moment):
        return self.app.at(moment)


async def join(sign_in, workers, name, now):
    """Accept an invitation with a password, an hour ago."""
    before = now - timedelta(hours=1)
    worker = workers.create(before)
    worker.accept(name, name.lower())
    app = app_of(sign_in.begin_code(worker))
    paper = await sign_in.choose_password(worker, PASSWORD, app.at(before), before)
    workers.save(worker)
    return Somebody(worker, app, paper)


async def is_refused(attempt):
    with pytest.raises(NotSignedIn) as refusal:
        await attempt
    assert (str(refusal.value), refusal.value.args) == ('', ())  # nothing says what was wrong
    return True


def not_in(attempt, *args):
    with pytest.raises(NotSignedIn):
        attempt(*args)
    return True


async def until(is_so):
    """Wait until something is so."""
    async with asyncio.timeout(30):
        while not is_so():
            await asyncio.sleep(0.001)


def with_passkey_and_paper(sign_in, workers, now):
    """Sam, who has a passkey and no password, and made recovery codes."""
    worker, device = workers.create(now), Authenticator()
    answer = device.register(sign_in.registration_options(worker, ORIGIN, now), ORIGIN)
    worker.accept('Sam', 'sam')
    worker.add_passkey(sign_in.registered(worker.id, answer, ORIGIN, now))
    paper = sign_in.draw_recovery(worker)
    workers.save(worker)
    return worker, paper


def wrong_code(noor, now):
    near = {noor.code(now + timedelta(seconds=STEP * step)) for step in (-1, 0, 1)}
    return next(code for code in ('000000', '000001', '000002', '000003') if code not in near)


def by_passkey(sign_in, phone, now, *, told=ORIGIN, **more):
    answer = phone.sign_in(sign_in.passkey_options(ORIGIN, now), told)
    return sign_in.by_passkey(answer, ORIGIN, now, **more)
