"""Who may end what, and who may not."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import NotHere, Stranger
from model.compass.part import EVERY_PART, Part
from model.compass.sharing.sharing import Reach
from tests.unit.access.cast import CAT


@pytest.mark.parametrize('who', ['unconfirmed', 'everyones', 'looking', 'worker', 'lent'])
def test_only_who_is_surely_the_person_ends_devices_renews_the_code_and_erases(house, access, own, noor, who):
    phone, compass_id, code = own
    work = house.at_work(noor)
    session = {
        'unconfirmed': lambda: house.scans(code, own=True),
        'everyones': lambda: house.scans(code),
        'looking': lambda: house.scans(code, Comes.LOOK),
        'worker': lambda: work,
        'lent': lambda: work,
    }[who]()
    if who == 'lent':
        access.tablet.hand_over(work, compass_id)
    first = house.key(phone, compass_id).id
    for tried in (
        lambda: access.devices.end(session, compass_id, first),
        lambda: access.devices.refuse(session, compass_id, first),
        lambda: access.devices.was_me(session, compass_id, first),
        lambda: access.devices.show_private(session, compass_id, first, private=False),
        lambda: access.sheet.renew(session, compass_id, others_too=False),
        lambda: access.sheet.renew(session, compass_id, others_too=True),
        lambda: access.erasing.erase(session, compass_id, CAT),
        lambda: access.shares.let(session, compass_id, house.worker('Ina').id, Reach.STEPS),
        lambda: access.shares.tell(session, compass_id, noor.id, Part.HAPPENED, told=True),
    ):
        with pytest.raises(Stranger):
            tried()
    assert house.open(phone, compass_id).grant.parts == EVERY_PART


def test_any_device_ends_itself(house, access, own):
    _, compass_id, code = own
    new = house.scans(code, own=True)
    access.devices.end(new, compass_id, house.key(new, compass_id).id)
    with pytest.raises(Stranger):
        house.open(new, compass_id)


def test_nothing_is_changed_by_who_only_looks(house, access, own):
    _, compass_id, code = own
    looking = house.scans(code, Comes.LOOK)
    with pytest.raises(NotHere), access.gate.change(looking, compass_id) as compass:
        compass.call_me('Roos')
    with pytest.raises(NotHere):
        access.gate.end_contact(looking, compass_id, without_step=False)
