"""Who still holds the code of a sheet or an invitation that ended is told so, and nobody else."""

import hashlib
from datetime import timedelta

import pytest

from model.access.access import Access
from model.access.keys import Keys
from model.access.refusals import EndedInvitation, EndedSheet, Stranger, TooManyTries
from model.access.session import Session
from model.access.table import INVITATION_KEPT
from model.end_mark import MARK_KEPT
from model.key import Device, Kind
from model.settings import Settings
from model.storage.files.storage import open_files
from model.storage.memory.storage import open_memory

UNKNOWN = 'A' * 22
A_DAY = timedelta(days=1)


@pytest.fixture
def clock(now):
    """The moment it is, in a list: tests set it forward."""
    return [now]


@pytest.fixture
def settings(folder, monkeypatch, clock):
    monkeypatch.setattr(Settings, 'now', lambda _: clock[0])
    return Settings(data=folder, secret='a secret ' * 8)


@pytest.fixture(params=['files', 'memory'])
def storage(request, folder, settings):
    storage = open_files(folder, settings.derived('workers')) if request.param == 'files' else open_memory()
    yield storage
    storage.close()


@pytest.fixture
def access(storage, settings):
    access = Access.of(storage, settings)
    yield access
    access.close()


@pytest.fixture
def keys(access):
    return access.keys


@pytest.fixture
def sam(access):
    """The browser in which a compass was begun."""
    sam = Session({})
    access.entrance.begin(sam, 'nl', '192.0.2.1')
    return sam


@pytest.fixture
def compass_id(sam):
    return next(iter(sam.keys))


@pytest.fixture
def code(access, sam, compass_id):
    """What the sheet holds."""
    return sheet_of(access, sam, compass_id)


def sheet_of(access, session, compass_id):
    return access.sheet.address(access.gate.open(session, compass_id)).partition('#')[2]


def scans(access, code, address='192.0.2.9'):
    return access.entrance.enter(Session({}), code, address)


def sweep(access):
    list(access.erasing.sweep())


# sheets


def test_the_holder_of_an_old_sheet_is_told_and_the_new_one_opens(access, sam, compass_id, code):
    assert scans(access, code) == compass_id
    access.sheet.renew(sam, compass_id, others_too=False)
    with pytest.raises(EndedSheet):
        scans(access, code)
    assert scans(access, sheet_of(access, sam, compass_id)) == compass_id


def test_of_an_erased_compass_the_sheet_says_the_same(access, sam, compass_id, code):
    access.erasing.erase(sam, compass_id, None)
    with pytest.raises(EndedSheet):
        scans(access, code)


def test_of_a_compass_that_was_swept_too(access, clock, code, compass_id):
    clock[0] += 2 * A_DAY
    sweep(access)
    with pytest.raises(EndedSheet):
        scans(access, code)


def test_a_sheet_that_outlived_its_compass_says_the_same(access, storage, compass_id, code):
    storage.compasses.erase(compass_id)  # and then the power failed
    with pytest.raises(EndedSheet):
        scans(access, code)


@pytest.mark.parametrize('token', [UNKNOWN, '', 'x', 'A' * 23, 'é' * 22, '../' * 7 + 'A', 'A' * 21 + '\n'])
def test_what_never_opened_anything_is_just_unknown(access, sam, compass_id, code, token):
    access.sheet.renew(sam, compass_id, others_too=False)
    for wrong in (token, code[:-1] + ('A' if code[-1] != 'A' else 'B'), code + 'A'):
        with pytest.raises(Stranger) as refused:
            scans(access, wrong)
        assert type(refused.value) is Stranger


def test_a_device_that_was_ended_leaves_no_mark(access, sam, compass_id, code):
    phone = Session({})
    access.entrance.enter(phone, code, '192.0.2.9')
    token = phone.keys[compass_id]
    access.entrance.forget(sam)
    access.keys.revoke(access.keys.find(token, access.settings.now()).id)
    for kind in Kind:
        assert not access.keys.has_ended(token, kind)
    with pytest.raises(Stranger) as refused:
        scans(access, token)
    assert type(refused.value) is Stranger


def test_an_old_sheet_counts_as_a_wrong_try(access, sam, compass_id, code):
    access.sheet.renew(sam, compass_id, others_too=False)
    for _ in range(20):
        with pytest.raises(EndedSheet):
            scans(access, code)
    with pytest.raises(TooManyTries):
        scans(access, code)
    with pytest.raises(TooManyTries):
        scans(access, UNKNOWN)


def test_after_twelve_months_nobody_is_told_and_nothing_is_left(access, sam, compass_id, code, clock, storage):
    access.sheet.renew(sam, compass_id, others_too=False)
    digest = hashlib.sha256(code.encode()).hexdigest()
    for later, told in ((MARK_KEPT, True), (A_DAY, False)):
        clock[0] += later
        assert access.keys.has_ended(code, Kind.SHEET) is told
        sweep(access)
        assert (storage.keys.marked(digest) is not None) is told


def test_a_mark_opens_nothing_and_is_no_key(keys, sam, code, compass_id, access):
    access.sheet.renew(sam, compass_id, others_too=False)
    assert keys.find(code, access.settings.now()) is None
    assert access.entrance.compass_of(code) is None


def test_a_full_disk_keeps_no_sheet_alive(access, sam, compass_id, code, storage, monkeypatch):
    def full(*_):
        raise OSError(28, 'No space left on device')

    monkeypatch.setattr(type(storage.keys), 'mark', full)
    access.keys.revoke(access.keys.find(code, access.settings.now()).id)
    with pytest.raises(Stranger):
        scans(access, code)


def test_with_another_secret_nobody_is_told(access, sam, compass_id, code, storage):
    access.sheet.renew(sam, compass_id, others_too=False)
    other = Keys(storage.keys, bytes(32))
    assert other.has_ended(code, Kind.SHEET)  # the mark is found by the hash of the code, which only its holder has
    assert not other.has_ended(UNKNOWN, Kind.SHEET)


# invitations


@pytest.fixture
def invitation(access):
    return access.accounts.first_invitation().partition('#')[2]


def refused(access, token):
    with pytest.raises(Stranger) as refused:
        access.joining.open(Session({}), token, '192.0.2.9')
    return type(refused.value)


def joins(access, token):
    """Give a name and be there, as with a passkey."""
    session = Session({})
    access.joining.open(session, token, '192.0.2.9')
    access.joining.give(session, 'Noor')
    worker = access.joining.named(session)
    worker.login, worker.password, worker.code_seed = 'noor', 'hash', 'seed'
    access.joining.finish(session, worker, Device.TABLET)


def test_who_comes_back_with_an_invitation_that_was_used_is_told(access, invitation):
    joins(access, invitation)
    assert refused(access, invitation) is EndedInvitation


def test_who_comes_with_one_that_was_replaced_is_told(access, invitation):
    again = access.accounts.first_invitation().partition('#')[2]
    assert refused(access, invitation) is EndedInvitation
    access.joining.open(Session({}), again, '192.0.2.9')


def test_who_comes_too_late_is_told_for_twelve_months(access, invitation, clock):
    clock[0] += INVITATION_KEPT + A_DAY
    assert refused(access, invitation) is EndedInvitation
    clock[0] += MARK_KEPT
    assert refused(access, invitation) is Stranger


def test_an_old_invitation_is_no_old_sheet_and_the_other_way_round(access, sam, compass_id, code, invitation):
    access.sheet.renew(sam, compass_id, others_too=False)
    access.accounts.first_invitation()
    assert refused(access, code) is Stranger
    with pytest.raises(Stranger) as wrong:
        scans(access, invitation)
    assert type(wrong.value) is Stranger


def test_unknown_invitations_stay_unknown(access, invitation):
    for token in (UNKNOWN, '', 'x', invitation + 'A', invitation[:-1]):
        assert refused(access, token) is Stranger


def test_a_session_that_ended_is_no_invitation(access):
    key = access.keys.issue('', Kind.WORKER, access.settings.now(), worker='0' * 16)
    token = access.keys.token(key.id)
    access.keys.revoke(key.id)
    assert refused(access, token) is Stranger
