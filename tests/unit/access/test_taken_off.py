"""What was taken off is let go for good: it is in no file any more, the version before included."""

from datetime import datetime, timedelta

import pytest

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.session import Session
from model.compass.answer import Answer
from model.compass.document import NotThere
from model.compass.sharing.sharing import Reach
from model.settings import Settings
from tests.unit.secret import SECRET

WORD = 'brommergedoe'
OWN = Answer(words=WORD)


class Clock(Settings):
    """Settings with a clock that the test turns."""

    def now(self) -> datetime:
        return MOMENT[0]


MOMENT: list[datetime] = []


@pytest.fixture
def access(storage, folder, now):
    MOMENT[:] = [now]
    access = Access.of(storage, Clock(data=folder, secret=SECRET.hex(), url='https://kompas.example'))
    yield access
    access.close()


@pytest.fixture
def session():
    return Session({})


@pytest.fixture
def compass_id(access, session, today):
    """A compass of which a private word, a strength, a wish and a step were just taken off, all the same word."""
    compass_id = access.entrance.begin(session, 'nl', 'address').id
    with access.gate.change(session, compass_id) as compass:
        compass.call_me('Sam')
        compass.happened.tell(OWN)
        strength, wish = compass.strengths.add('matter', OWN, today), compass.wishes.add(OWN, today)
        step = compass.steps.start(OWN, today)
    with access.gate.change(session, compass_id) as compass:
        compass.happened.take_back(OWN, today)
        for part, one in ((compass.strengths, strength), (compass.wishes, wish), (compass.steps, step)):
            part.take_off(one.id, today)
    return compass_id


def files_with_the_word(folder):
    return {path.name for path in folder.rglob('*') if path.is_file() and WORD.encode() in path.read_bytes()}


def test_it_lies_on_disk_as_long_as_it_can_be_put_back(access, session, compass_id, folder):
    with access.gate.change(session, compass_id) as compass:
        compass.call_me('Roos')
    assert files_with_the_word(folder) == {'compass.json', 'compass.previous.json'}
    with access.gate.change(session, compass_id) as compass:
        compass.happened.tell(OWN)
    assert [one.words for one in access.gate.open(session, compass_id).seen.happened.items] == [WORD]


@pytest.mark.parametrize('without_step', [True, False])
def test_with_klaar_it_is_in_no_file_any_more(access, session, compass_id, folder, without_step):
    access.gate.end_contact(session, compass_id, without_step=without_step)
    assert files_with_the_word(folder) == set()
    with pytest.raises(NotThere), access.gate.change(session, compass_id) as compass:
        compass.strengths.put_back('0' * 8)
    assert access.gate.open(session, compass_id).seen.nickname == 'Sam'


def test_the_first_change_of_another_day_lets_it_go_also_by_who_may_not_see_it(
    access, session, compass_id, folder, now
):
    guest = Session({})
    sheet = access.sheet.address(access.gate.open(session, compass_id)).partition('#')[2]
    access.entrance.enter(guest, sheet, 'address')
    access.devices.make_own(guest, compass_id)
    MOMENT[:] = [now + timedelta(days=1)]
    with access.gate.change(guest, compass_id) as compass:
        compass.call_me('Roos')
    assert files_with_the_word(folder) == set()
    with pytest.raises(Stranger), access.gate.change(guest, compass_id) as compass:
        compass.happened.tell(OWN)


def test_the_sweep_lets_it_go_when_nobody_comes_back(access, compass_id, folder, now):
    for _ in access.erasing.sweep():
        assert files_with_the_word(folder)
    MOMENT[:] = [now + timedelta(days=1)]
    for _ in access.erasing.sweep():
        pass
    assert files_with_the_word(folder) == set()


def test_a_worker_who_begins_a_contact_lets_it_go(access, session, compass_id, folder, now):
    worker = access.workers.create(now)
    worker.accept('Noor', 'noor')
    worker.begin_code('00' * 16)
    worker.set_password('a hash', [])
    access.workers.save(worker)
    at_work = Session({})
    access.signed_in.start(at_work, access.workers.get(worker.id))
    access.shares.ask_by_scan(compass_id, access.workers.get(worker.id))
    access.shares.let(session, compass_id, worker.id, Reach.EVERYTHING)
    assert WORD not in access.gate.open(at_work, compass_id).seen.model_dump_json()
    access.desk.begin_together(at_work, compass_id)
    assert files_with_the_word(folder) == set()


def test_of_very_many_the_first_go_from_the_version_before_too(access, session, compass_id, folder, today):
    for number in range(24):
        with access.gate.change(session, compass_id) as compass:
            compass.happened.tell(Answer(words=f'eigen {number}'))
            compass.happened.take_back(Answer(words=f'eigen {number}'), today)
            for part in (compass.strengths, compass.wishes, compass.steps):
                part.clear_off()
    assert files_with_the_word(folder) == set()
