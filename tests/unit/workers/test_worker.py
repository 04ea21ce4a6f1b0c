import pytest
from pydantic import ValidationError

from model.activity import ActivityKind
from model.workers.worker import (
    LOGIN_LENGTH,
    NAME_LENGTH,
    NOTICES,
    PASSKEYS,
    LastWayIn,
    Nameless,
    NoSuchPasskey,
    Passkey,
    Replayed,
    State,
    TooManyPasskeys,
    Worker,
    login_of,
)
from model.writing.own_words import TooLong


@pytest.fixture
def worker(now):
    return Worker(made=now)


@pytest.fixture
def passkey(now):
    return Passkey(id='AAAA', public_key='BBBB', counter=3, site='kompas.example', made=now)


def with_password(worker):
    worker.accept('Noor', 'noor')
    worker.begin_code('00' * 16)
    worker.set_password('a hash', ['one', 'two'])
    return worker


# whether somebody can sign in


def test_a_new_worker_is_only_invited(worker):
    assert worker.state is State.INVITED


def test_a_name_alone_lets_nobody_in(worker):
    worker.accept('Noor', 'noor')
    assert worker.state is State.INVITED


def test_a_name_and_a_passkey_let_a_worker_in(worker, passkey):
    worker.accept('Noor')
    worker.add_passkey(passkey)
    assert worker.state is State.ACTIVE


def test_a_passkey_without_a_name_does_not(worker, passkey):
    worker.add_passkey(passkey)
    assert worker.state is State.INVITED


def test_a_password_with_an_authenticator_app_lets_a_worker_in(worker):
    assert with_password(worker).state is State.ACTIVE


@pytest.mark.parametrize('missing', ['password', 'code_seed'])
def test_one_of_the_two_alone_lets_nobody_in(worker, missing):
    setattr(with_password(worker), missing, None)
    assert worker.state is State.INVITED


def test_another_authenticator_app_ends_the_password_until_a_new_one_is_chosen(worker):
    with_password(worker).begin_code('11' * 16)
    assert (worker.state, worker.recovery) == (State.INVITED, ['one', 'two'])
    worker.set_password('another hash')
    assert (worker.state, worker.recovery) == (State.ACTIVE, ['one', 'two'])
    worker.set_password('a third hash', ['three'])
    assert worker.recovery == ['three']


def test_a_password_needs_a_name_to_sign_in_with(worker):
    worker.accept('Noor')
    with pytest.raises(Nameless):
        worker.set_password('a hash', [])


def test_a_disabled_worker_is_disabled_whatever_ways_in_there_are(worker, now, passkey):
    with_password(worker).add_passkey(passkey)
    worker.disable(now)
    states = [worker.state]
    worker.enable()
    assert [*states, worker.state] == [State.DISABLED, State.ACTIVE]


def test_disabling_twice_keeps_the_first_moment(worker, now):
    worker.disable(now)
    worker.disable(now.replace(year=2027))
    assert worker.disabled_on == now


def test_who_starts_over_has_no_way_in_and_keeps_the_name(worker, passkey):
    with_password(worker).add_passkey(passkey)
    worker.start_over()
    assert (worker.state, worker.name, worker.recovery, worker.passkeys) == (State.INVITED, 'Noor', [], [])


# names


@pytest.mark.parametrize('name', ['', '   ', '\u202e'])
def test_an_account_has_a_name_that_can_be_seen(worker, name):
    with pytest.raises(Nameless):
        worker.accept(name, 'noor')
    assert worker.login == ''


@pytest.mark.parametrize(('name', 'login'), [('n' * (NAME_LENGTH + 1), 'n'), ('n', 'n' * (LOGIN_LENGTH + 1))])
def test_names_that_do_not_fit_change_nothing(worker, name, login):
    with pytest.raises(TooLong):
        worker.accept(name, login)
    assert (worker.name, worker.login) == ('', '')


@pytest.mark.parametrize('typed', ['noor', 'NOOR', '  Noor ', 'ｎｏｏｒ'])
def test_a_login_is_the_same_however_it_is_typed(typed):
    assert login_of(typed) == 'noor'


# passkeys


def test_the_same_passkey_is_there_once(worker, passkey):
    worker.add_passkey(passkey)
    worker.add_passkey(passkey.model_copy(update={'counter': 5}))
    assert [(held.id, held.counter) for held in worker.passkeys] == [('AAAA', 5)]


def test_there_is_room_for_ten_passkeys(worker, passkey):
    for number in range(PASSKEYS):
        worker.add_passkey(passkey.model_copy(update={'id': f'key{number}'}))
    with pytest.raises(TooManyPasskeys):
        worker.add_passkey(passkey)
    assert len(worker.passkeys) == 10


def test_a_passkey_that_was_taken_off_is_not_there(worker, passkey):
    with_password(worker).add_passkey(passkey)
    worker.drop_passkey('AAAA')
    worker.drop_passkey('AAAA')
    with pytest.raises(NoSuchPasskey):
        worker.passkey('AAAA')


def test_the_last_way_in_is_not_taken_off(worker, passkey):
    worker.accept('Noor')
    worker.add_passkey(passkey)
    with pytest.raises(LastWayIn):
        worker.drop_passkey('AAAA')
    assert worker.state is State.ACTIVE
    worker.add_passkey(passkey.model_copy(update={'id': 'CCCC'}))
    worker.drop_passkey('AAAA')
    with pytest.raises(LastWayIn):
        worker.drop_passkey('CCCC')
    worker.drop_passkey('AAAA')


def test_recovery_codes_are_no_way_in_to_be_left_with(worker, passkey):
    worker.accept('Noor', 'noor')
    worker.add_passkey(passkey)
    worker.renew_recovery(['one'])
    with pytest.raises(LastWayIn):
        worker.drop_passkey('AAAA')


def test_a_passkey_has_the_name_of_its_device(worker, passkey):
    worker.add_passkey(passkey)
    worker.name_passkey('AAAA', '  mijn   telefoon ')
    assert worker.passkey('AAAA').name == 'mijn telefoon'
    with pytest.raises(TooLong):
        worker.name_passkey('AAAA', 'x' * (NAME_LENGTH + 1))
    with pytest.raises(NoSuchPasskey):
        worker.name_passkey('CCCC', 'x')
    worker.name_passkey('AAAA', '')
    assert worker.passkey('AAAA').name == ''


def test_the_counter_of_a_passkey_goes_on(worker, passkey, now):
    worker.add_passkey(passkey)
    worker.use_passkey('AAAA', 4, now)
    assert (worker.passkey('AAAA').counter, worker.passkey('AAAA').seen) == (4, now)


@pytest.mark.parametrize('counter', [3, 2, 0])
def test_a_counter_that_stays_or_goes_back_is_refused(worker, passkey, now, counter):
    worker.add_passkey(passkey)
    with pytest.raises(Replayed):
        worker.use_passkey('AAAA', counter, now)
    assert worker.passkey('AAAA').counter == 3


def test_a_device_that_does_not_count_stays_at_nought(worker, passkey, now):
    worker.add_passkey(passkey.model_copy(update={'counter': 0}))
    worker.use_passkey('AAAA', 0, now)
    worker.use_passkey('AAAA', 0, now)
    assert worker.passkey('AAAA').seen == now


# codes


def test_a_step_is_used_once_and_no_earlier_one_after_it(worker):
    worker.use_code(100)
    for step in (100, 99):
        with pytest.raises(Replayed):
            worker.use_code(step)
    worker.use_code(101)
    assert worker.last_code == 101


def test_a_recovery_code_is_used_once(worker):
    with_password(worker).use_recovery('one')
    with pytest.raises(Replayed):
        worker.use_recovery('one')
    assert worker.recovery == ['two']


def test_recovery_codes_need_a_name_to_sign_in_with_that_is_chosen_once(worker):
    with pytest.raises(Nameless):
        worker.renew_recovery(['one'])
    with pytest.raises(Nameless):
        worker.take_login(' ')
    worker.take_login('Noor')
    worker.take_login('another')
    worker.renew_recovery(['one'])
    assert (worker.login, worker.recovery) == ('noor', ['one'])


# what is told

HERE, THERE = 'a' * 32, 'b' * 32


def test_what_changed_is_asked_everywhere_but_where_it_was_done(worker, now):
    worker.tell(ActivityKind.ADDED_PASSKEY, now, HERE)
    assert worker.notices_in(HERE) == []
    assert [one.kind for one in worker.notices_in(THERE)] == [ActivityKind.ADDED_PASSKEY]


def test_a_notice_is_closed_where_it_is_asked_and_no_other_with_it(worker, now):
    worker.tell(ActivityKind.ADDED_PASSKEY, now, HERE)
    worker.tell(ActivityKind.SET_PASSWORD, now, THERE)
    both = [one.id for one in worker.notices]
    worker.close_notices(both, HERE)
    assert [one.kind for one in worker.notices] == [ActivityKind.ADDED_PASSKEY]
    worker.close_notices(['', 'ffffffff'], THERE)
    assert len(worker.notices) == 1
    worker.close_notices(both, THERE)
    assert worker.notices == []


def test_what_was_done_on_the_way_in_belongs_to_the_session_that_begins(worker, now):
    worker.tell(ActivityKind.USED_RECOVERY, now)
    assert worker.begin_session(HERE, now) == [ActivityKind.USED_RECOVERY]
    assert (worker.notices_in(HERE), len(worker.notices_in(THERE))) == ([], 1)
    assert worker.begin_session(THERE, now) == []
    assert (worker.keys, worker.seen) == ([HERE, THERE], now)


def test_the_oldest_of_too_many_notices_goes(worker, now):
    for number in range(NOTICES + 3):
        worker.tell(ActivityKind.MADE_RECOVERY, now, f'{number:08d}')
    assert (len(worker.notices), worker.notices[0].key) == (NOTICES, '00000003')


# compasses and keys


def test_a_compass_is_on_the_desk_once_until_it_is_let_go(worker):
    worker.take_on('a')
    worker.take_on('a')
    worker.take_on('b')
    worker.let_go('a')
    assert worker.compasses == ['b']


def test_sessions_are_held_once_until_they_end(worker):
    worker.hold_key('a')
    worker.hold_key('a')
    worker.hold_key('b')
    worker.drop_key('a')
    assert worker.keys == ['b']


# as a document


def test_a_worker_comes_back_from_disk_as_it_was(worker, passkey, now):
    with_password(worker).add_passkey(passkey)
    worker.join('West')
    worker.sign_in(now)
    worker.tell(ActivityKind.SET_PASSWORD, now, 'a' * 32)
    assert Worker.model_validate_json(worker.model_dump_json()) == worker


def test_an_unknown_field_is_damage(worker):
    with pytest.raises(ValidationError):
        Worker.model_validate({**worker.model_dump(mode='json'), 'boss': True})


def test_two_new_workers_share_no_lists(worker, now):
    worker.hold_key('a')
    worker.take_on('a')
    assert Worker(made=now).keys == Worker(made=now).compasses == []
