"""A worker who wants more than what was shared: by the tablet, by a photo, by a sheet and a phone of their own."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from model.compass.sharing.picture_pin import TRIES, PicturePin
from model.compass.sharing.sharing import Reach
from model.key import Row
from model.settings import Settings
from tests.browser.cast.on_disk import changed, compass_of
from tests.page.cast.at_desk import Guest, lent_for_a_moment
from tests.page.cast.new_code import OTHERS_TOO
from tests.page.cast.people import (
    Colleague,
    Machine,
    OnDisk,
    Owner,
    Page,
    Person,
    Stranger,
    Worker,
    coordinator_of,
    eventually,
)
from tests.page.cast.sending import has_sent
from tests.soak import rounds

SECRET = 'brommergedoe'
MOST_DEVICES = 20
NOT_YET = {'Alles wissen', 'Nieuwe code', 'Stop', OTHERS_TOO}
"""What only a device may that is surely the person's, or was announced for a week."""


class Tablet(Person):
    """The browser of a colleague at the compass of a person: their own page, or the tablet in whoever's hands."""

    def __init__(self, colleague: Colleague, compass_id: str) -> None:
        self.__dict__.update(colleague.__dict__)
        self.id, self.on_disk = compass_id, OnDisk(colleague.server, compass_id)

    @property
    def row(self) -> str:
        return str(self.on_disk.key(self.token_of(self.id))['row'])


@pytest.fixture
def page_of_noor(noor: Colleague, sam: Guest) -> Tablet:
    return Tablet(noor, sam.id)


def handed_over(noor: Colleague, compass_id: str, about: str = '') -> Tablet:
    """Noor gives her tablet to nobody, and goes on with it herself."""
    assert noor.posts('/werk/tablet', kompas=compass_id, vraag=about).status_code == 303
    return Tablet(noor, compass_id)


@pytest.fixture
def tablet(noor: Colleague, sam: Guest) -> Tablet:
    return handed_over(noor, sam.id)


@contextmanager
def begun_at_the_desk(noor: Colleague) -> Iterator[Tablet]:
    """A compass of somebody without a phone, on Noor's tablet, who lets her look along; she has it back after this."""
    with lent_for_a_moment(noor):
        question = noor.posts('/werk/nieuw').headers['location']
        tablet = Tablet(noor, question.split('/')[2])
        tablet.on_disk.finish_path()
        tablet.taps(question.removeprefix(f'/kompas/{tablet.id}/'), 'Ja, mijn kompas en mijn stappen')
        yield tablet


def offers(one: Person, page: str) -> set[str]:
    """The words one can tap on a page, hidden or not."""
    return {listener.words for listener in one.page(page).listeners}


def taps_on(one: Person, page: str, *words: str, weighs: bool = False) -> None:
    """Tap whatever has these words, one after another, also what appears by it; nothing need come of it."""
    live = one.page(page)
    with one.socket(live) as line:
        for listener in [found for word in words for found in live.listeners if found.words == word]:
            line.triggers(live.client_id, listener.element, listener.id)
        line.settles(weighs=weighs)


def opens(one: Person, page: str = '') -> bool:
    return one.opens(f'/kompas/{one.id}/{page}'.rstrip('/')).status_code == 200


def reach(sam: Person, worker_id: str) -> str | None:
    """How much a worker sees."""
    share = compass_of(sam.server, sam.id).sharing.of(worker_id)
    return share.reach if share else None


# what was shared less


def test_who_sees_only_the_steps_does_not_get_the_rest_by_handing_the_tablet_to_nobody(
    noor: Colleague, sam: Guest
) -> None:
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert 'action="/werk/tablet"' not in noor.opens(f'/kompas/{sam.id}').text
    assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 404
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 404


@pytest.mark.parametrize('reach', ['Alleen mijn stappen', 'Niets'])
def test_a_tablet_that_was_handed_to_nobody_ends_when_the_person_shows_less(
    tablet: Tablet, sam: Guest, reach: str
) -> None:
    assert opens(tablet, 'wens')
    sam.taps('meekijken', reach)
    assert not opens(tablet, 'wens')


def test_it_ends_with_the_account_too(tablet: Tablet, sam: Guest) -> None:
    coordinator_of(sam.server).posts('/werk/team/uit', wie=sam.colleague_id)
    assert not opens(tablet, 'wens')


def test_whoever_opens_an_invitation_sent_again_finds_an_empty_desk(noor: Colleague, sam: Guest) -> None:
    file = noor.server.data / 'workers' / f'{sam.colleague_id}.json'
    assert sam.id in file.read_text()
    coordinator_of(noor.server).posts('/werk/team/opnieuw', wie=sam.colleague_id)
    assert sam.id not in file.read_text()


# a tablet that was handed to nobody


def test_it_does_not_become_anybodys_own(tablet: Tablet, sam: Guest) -> None:
    taps_on(tablet, 'sleutels', 'Van mij')
    for whose in ('eigen', 'mee', 'erbij'):
        tablet.posts(f'/van-wie/{sam.id}', wiens=whose, plaatje='geen')
        assert tablet.row == Row.HANDED_OVER
    tablet.enters(sam.on_disk.sheet_token, own=True)
    assert tablet.row == Row.HANDED_OVER


def test_private_words_that_come_later_are_not_seen_on_it_nor_with_one_word_typed_first(
    tablet: Tablet, sam: Guest
) -> None:
    assert opens(tablet, 'gebeurd')  # nothing there yet, so the person may tell it here
    tablet.writes('gebeurd', 'een eerste woord')
    assert opens(tablet, 'gebeurd')
    page = tablet.page('gebeurd')
    with tablet.socket(page) as line:
        sam.writes('gebeurd', SECRET)
        line.hears('run_javascript', 'location.reload()')
        line.settles()
        assert SECRET not in str(line.heard)
    assert not opens(tablet, 'gebeurd')
    assert all(SECRET not in tablet.page(screen).text for screen in ('', 'delen', 'meekijken'))


def test_with_the_same_word_typed_it_does_not_open_the_words_of_the_loan_before(noor: Colleague, sam: Guest) -> None:
    with lent_for_a_moment(noor):
        handed_over(noor, sam.id).writes('gebeurd', SECRET)
    later = handed_over(noor, sam.id)
    assert not opens(later, 'gebeurd')
    assert opens(later, 'moeilijk')


def test_on_it_no_private_part_is_shared_with_the_one_who_handed_it_over(tablet: Tablet, sam: Guest) -> None:
    assert opens(tablet, 'gebeurd')
    assert 'Ook wat er is gebeurd' not in offers(tablet, 'meekijken')
    assert 'Ook wat er is gebeurd' in offers(sam, 'meekijken')


def test_on_it_no_device_is_shown_more_than_what_the_tablet_saw(tablet: Tablet, sam: Guest) -> None:
    sam.writes('gebeurd', SECRET)
    phone = Worker(sam, own=True)  # type: ignore[arg-type]
    says_yes(tablet, private=True)
    key = sam.on_disk.key(phone.token_of(sam.id))
    assert (key['row'], key['private'], key['vouched_parts']) == (Row.VOUCHED, False, ['obstacles'])
    assert not opens(phone, 'gebeurd')
    assert not {'Alles wissen', 'Nieuwe code', 'Stop', OTHERS_TOO} & (
        offers(phone, 'delen') | offers(phone, 'sleutels')
    )


def says_yes(tablet: Person, *, private: bool) -> None:
    """Say yes to the device that waits, as whoever knows that the person has no picture."""
    page = tablet.page('sleutels')
    with tablet.socket(page) as line:
        words = ['Ja', 'Ik heb geen plaatje', 'Ja' if private else 'Nee']
        known: set[str] = set()
        listeners = {listener.words: listener for listener in page.listeners}
        for word in words:
            listener = listeners[word]
            known.add(listener.id)
            line.triggers(page.client_id, listener.element, listener.id)
            update = line.hears('update')
            shown = Page.__new__(Page)
            shown.elements = {key: one for key, one in update.items() if key.isdigit() and one}
            listeners = {one.words: one for one in shown.listeners if one.id not in known}
        line.settles()


def test_on_it_nobody_answers_for_a_colleague(server: Machine, noor: Colleague) -> None:
    """Neither the photo of Piet nor Piet's own question, while the person has no device of their own."""
    piet = Colleague(server, 'Piet')
    with begun_at_the_desk(noor) as theirs:
        pass
    with lent_for_a_moment(piet):
        piet.enters(theirs.on_disk.sheet_token)
    [ask] = compass_of(server, theirs.id).sharing.asks
    tablet = handed_over(noor, theirs.id)
    taps_on(tablet, f'mag-meekijken/{ask.worker}', 'Ja, mijn kompas en mijn stappen', 'Alleen mijn stappen')
    assert reach(theirs, ask.worker) is None
    with changed(server, theirs.id) as compass:
        compass.sharing.answer(ask.worker, Reach.EVERYTHING, Settings().now())
    photo = has_sent(Tablet(piet, theirs.id))
    taps_on(tablet, f'mag/{photo}', 'Ja')
    assert is_asked(theirs, photo)


def test_on_it_a_question_of_its_lender_waits_for_the_phone_that_the_person_has(tablet: Tablet, sam: Guest) -> None:
    with changed(sam.server, sam.id) as compass:
        compass.sharing.let(sam.colleague_id, Reach.STEPS, Settings().now())
    taps_on(tablet, 'meekijken', 'Mijn kompas en mijn stappen')
    assert reach(sam, sam.colleague_id) == Reach.STEPS


def test_its_lenders_photo_stays_in_doubt_for_who_has_no_phone_until_they_have(noor: Colleague) -> None:
    with begun_at_the_desk(noor) as theirs:
        pass
    photo = has_sent(Tablet(noor, theirs.id))
    tablet = handed_over(noor, theirs.id, photo)
    tablet.taps(f'mag/{photo}', 'Ja')
    [share_doubt, photo_doubt] = compass_of(noor.server, theirs.id).doubts.items
    assert share_doubt.about == share_doubt.lender == photo_doubt.lender
    assert photo_doubt.about == photo
    phone = Worker(theirs, own=True)  # type: ignore[arg-type]
    says_yes(tablet, private=False)
    assert 'Op de tablet van Noor is ja gezegd.' in phone.page('meekijken').text


def test_no_takes_back_what_was_said_on_it_with_the_tablet_that_was_handed_over_since(noor: Colleague) -> None:
    with begun_at_the_desk(noor) as theirs:
        pass
    worker_id = compass_of(noor.server, theirs.id).sharing.shares[0].worker
    tablet = handed_over(noor, theirs.id)
    phone = Worker(theirs, own=True)  # type: ignore[arg-type]
    theirs.on_disk.rewrite_key(phone.token_of(theirs.id), row=Row.CONFIRMED)
    phone.taps('meekijken', 'Nee')
    assert reach(theirs, worker_id) == Reach.NOTHING
    assert not opens(tablet)


def test_it_sets_no_picture_pin_for_who_has_a_phone_and_changes_none(tablet: Tablet, sam: Guest) -> None:
    assert opens(tablet, 'gebeurd')
    assert 'Maak een code' not in offers(tablet, 'code')
    assert 'Maak een code' in offers(sam, 'code')
    with changed(sam.server, sam.id) as compass:
        compass.picture_pin = PicturePin(hash='x')
    assert not {'Maak een code', 'Nieuwe plaatjes', 'Haal de plaatjes weg'} & offers(tablet, 'code')


def test_nobody_opens_a_picture_pin_again_that_was_tried_too_often(tablet: Tablet, sam: Guest) -> None:
    today = Settings().today()
    with changed(sam.server, sam.id) as compass:
        compass.picture_pin = PicturePin(hash='x', wrong=TRIES, day=today)
    for page in ('sleutels', 'code', 'dat-ben-ik', 'delen'):
        taps_on(tablet, page, *offers(tablet, page), weighs=True)
    assert compass_of(sam.server, sam.id).picture_pin == PicturePin(hash='x', wrong=TRIES, day=today)


# a photo


def is_asked(sam: Person, photo: str) -> bool:
    return any(one.id == photo for one in compass_of(sam.server, sam.id).album.asked)


def test_a_photo_one_may_not_see_is_not_replaced_by_sending_its_id(noor: Colleague, sam: Guest) -> None:
    photo = has_sent(sam)
    kept = {path: path.read_bytes() for path in sam.on_disk.folder.glob(f'photos/{photo}*')}
    assert kept
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/bijlage/{photo}/tegel').status_code == 404
    red = BytesIO()
    Image.new('RGB', (64, 64), 'red').save(red, 'PNG')
    noor.http.put(
        f'/kompas/{sam.id}/bijlage/{photo}?soort=foto&bij=album', content=red.getvalue(), headers={'X-Kompas': '1'}
    )
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_worker_who_opens_the_question_of_their_photo_finds_nothing_to_answer(
    page_of_noor: Tablet, sam: Guest
) -> None:
    photo = has_sent(page_of_noor)
    asked = page_of_noor.page(f'mag/{photo}')
    assert 'We vragen het aan Sam' in asked.text
    assert not {'Ja', 'Nee'} & {listener.words for listener in asked.listeners}
    theirs = sam.page(f'mag/{photo}')
    yes = theirs.listener('Ja')
    with page_of_noor.socket(asked) as line:  # the numbers of the person's page, on both
        for client in (asked.client_id, theirs.client_id):
            for number in range(200):
                line.triggers(client, number, yes.id)
            line.triggers(client, yes.element, yes.id)
        for listener in asked.listeners:
            line.triggers(asked.client_id, listener.element, listener.id)
        line.settles()
    assert is_asked(sam, photo)
    sam.taps(f'mag/{photo}', 'Ja')
    assert not is_asked(sam, photo)


def test_nor_does_the_worker_who_only_looks_with_the_sheet(page_of_noor: Tablet, sam: Guest) -> None:
    photo = has_sent(page_of_noor)
    looker = Stranger(sam.server)
    looker.enters(sam.on_disk.sheet_token, looks=True)
    live = Page(looker.opens(f'/kompas/{sam.id}/mag/{photo}'))
    with looker.socket(live) as line:
        for listener in [one for one in live.listeners if one.words in {'Ja', 'Nee'}]:
            line.triggers(live.client_id, listener.element, listener.id)
        line.settles()
    assert is_asked(sam, photo)


# the sheet, and a phone of the worker


def test_a_worker_makes_a_new_sheet_but_ends_no_device_of_the_person(page_of_noor: Tablet, sam: Guest) -> None:
    assert not {OTHERS_TOO, 'Nieuwe code', 'Alles wissen'} & offers(page_of_noor, 'delen')
    before = sam.on_disk.sheet_token
    taps_on(page_of_noor, 'delen', 'Blad kwijt? Nieuwe code')
    eventually(lambda: not sam.on_disk.key_file(before).exists())
    assert opens(sam)
    assert 'Noor maakte een nieuw blad. De oude code werkt niet meer.' in sam.page('delen').text


def test_no_code_stands_on_the_page_of_a_worker(page_of_noor: Tablet, sam: Guest) -> None:
    assert 'QR-code van dit kompas' in sam.page('delen').text
    assert 'QR-code van dit kompas' not in page_of_noor.page('delen').text


def test_a_phone_with_the_sheet_that_a_worker_printed_gets_nothing_more_and_is_seen(
    page_of_noor: Tablet, sam: Guest
) -> None:
    sam.writes('gebeurd', SECRET)
    known = set(sam.on_disk.document['keys'])
    assert page_of_noor.opens(f'/kompas/{sam.id}/poster.pdf').status_code == 200
    [printed] = set(sam.on_disk.document['keys']) - known
    phone = Tablet.__new__(Tablet)
    Stranger.__init__(phone, sam.server)
    phone.id, phone.on_disk = sam.id, sam.on_disk
    phone.enters(sam.on_disk.keys.token(printed), own=True)
    assert phone.row == Row.UNCONFIRMED
    told = sam.page('delen').text
    assert 'Het blad is geprint door Noor.' in told
    long_ago = (Settings().now() - timedelta(days=30)).isoformat()
    sam.on_disk.rewrite_key(phone.token_of(sam.id), announced=long_ago)
    sam.on_disk.rewrite_key(sam.token_of(sam.id), seen=long_ago)
    assert opens(phone)
    assert phone.row == Row.UNCONFIRMED  # it is never vouched for, however long nobody says no
    assert not opens(phone, 'gebeurd')
    assert not NOT_YET & (offers(phone, 'delen') | offers(phone, 'sleutels'))


def test_800_devices_of_one_sheet_push_out_neither_the_persons_own_nor_slow_anything_down(
    noor: Colleague, sam: Guest
) -> None:
    took = list(floods(sam, 'mijn', rounds(800, 200)))
    devices = living(sam)
    assert len(devices) == MOST_DEVICES
    assert opens(sam)
    assert len(sam.on_disk.document['keys']) <= MOST_DEVICES + 3
    assert len(compass_of(sam.server, sam.id).arrivals.items) <= MOST_DEVICES
    first, last = statistics.median(took[MOST_DEVICES : 3 * MOST_DEVICES]), statistics.median(took[-2 * MOST_DEVICES :])
    assert last < 2 * first + 0.01


def test_nor_the_only_device_of_a_compass(owner: Owner) -> None:
    for _ in floods(owner, 'kijken', 2 * MOST_DEVICES):
        pass
    assert len(living(owner)) == MOST_DEVICES
    assert opens(owner, 'gebeurd')


def test_when_all_that_are_there_are_the_persons_own_the_newcomer_gets_a_sentence(sam: Guest) -> None:
    for _ in floods(sam, 'mijn', MOST_DEVICES):
        pass
    for token in living(sam):
        sam.on_disk.rewrite_key(token, row=Row.CONFIRMED)
    late = Stranger(sam.server)
    answer = late.enters(sam.on_disk.sheet_token)
    assert answer.status_code >= 400
    assert 'Er kunnen niet meer telefoons bij.' in answer.text
    assert 'keys' not in late.session
    assert opens(sam)


def floods(sam: Person, whose: str, times: int) -> Iterator[float]:
    """Scan the sheet in one new browser after another; how long each took."""
    token, thief = sam.on_disk.sheet_token, Stranger(sam.server)
    for _ in range(times):
        thief.http.cookies.clear()
        began = time.perf_counter()
        assert thief.posts('/k', sleutel=token, wiens=whose).status_code == 303
        yield time.perf_counter() - began


def living(sam: Person) -> list[str]:
    """The tokens of the devices that can open a compass."""
    on_disk = sam.on_disk
    tokens = [on_disk.keys.token(key_id) for key_id in on_disk.document['keys']]
    return [token for token in tokens if on_disk.key_file(token).exists() and on_disk.key(token)['kind'] == 'device']


# the lock


@pytest.fixture
def locked(owner: Owner) -> Owner:
    """Everyone's tablet, put down by somebody with a boat, and a wish on their compass."""
    owner.taps('ik', 'boot')
    owner.taps('wens', 'werk')
    owner.posts('/slot')
    return owner


PICTURES = ['avatar-cat', 'avatar-fish', 'avatar-sun', 'avatar-dog', '']


def test_25_wrong_guesses_open_nothing_of_everyones_tablet_nor_does_the_right_picture_after_them(
    locked: Owner,
) -> None:
    for guess in PICTURES * 5:
        assert '?nog' in locked.posts('/slot/plaatje', plaatje=guess).headers['location']
        assert not opens(locked)
    assert '?nog' in locked.posts('/slot/plaatje', plaatje='avatar-boat').headers['location']
    assert not opens(locked)


def test_of_12_pictures_one_is_tried_and_then_three_things_are_asked(locked: Owner) -> None:
    locked.posts('/slot/plaatje', plaatje='avatar-cat')
    for _ in range(3):
        things = {'ding': 'rest', 'klaar': 'ja'}
        assert '?nog' in locked.posts('/slot/eerder', plaatje='avatar-boat', **things).headers['location']
    right = {'ding': 'work', 'klaar': 'ja'}
    assert '?nog' in locked.posts('/slot/eerder', plaatje='avatar-boat', **right).headers['location']
    assert not opens(locked)


def test_who_knows_the_things_comes_in_after_a_wrong_picture(locked: Owner) -> None:
    locked.posts('/slot/plaatje', plaatje='avatar-cat')
    right = {'ding': 'work', 'klaar': 'ja'}
    assert locked.posts('/slot/eerder', plaatje='avatar-boat', **right).headers['location'] == f'/kompas/{locked.id}'
    assert opens(locked)
    assert not opens(locked, 'gebeurd')


def test_five_wrong_guesses_end_a_loan_and_25_open_nothing(tablet: Tablet, sam: Guest) -> None:
    token = tablet.token_of(sam.id)
    sam.taps('ik', 'boot')
    tablet.posts('/slot')
    for guess in PICTURES * 5:
        tablet.posts('/slot/plaatje', plaatje=guess)
    assert not sam.on_disk.key_file(token).exists()
    tablet.posts('/slot/plaatje', plaatje='avatar-boat')
    assert not opens(tablet)


def test_25_wrong_codes_do_not_bring_the_tablet_back(tablet: Tablet, noor: Colleague) -> None:
    for guess in range(25):
        tablet.posts('/werk/terug', code=f'{guess:06}')
    assert not noor.is_in
    assert noor.opens('/werk').status_code == 303
