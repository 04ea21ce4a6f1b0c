"""A worker who wants more, by a tablet that was handed to nobody."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from model.compass.sharing.picture_pin import TRIES, PicturePin
from model.compass.sharing.sharing import Reach
from model.key import Row
from model.settings import Settings
from tests.browser.cast.on_disk import changed, compass_of
from tests.page.cast.at_desk import Guest, lent_for_a_moment
from tests.page.cast.new_code import OTHERS_TOO
from tests.page.cast.overreaching import SECRET, Tablet, handed_over, is_asked, offers, opens, reach, taps_on
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Person, Worker
from tests.page.cast.sending import has_sent


@contextmanager
def begun_at_the_desk(noor: Colleague) -> Iterator[Tablet]:
    """A compass of somebody without a phone, on Noor's tablet, who lets her look along; she has it back after this."""
    with lent_for_a_moment(noor):
        question = noor.posts('/werk/nieuw').headers['location']
        tablet = Tablet(noor, question.split('/')[2])
        tablet.on_disk.finish_path()
        tablet.taps(question.removeprefix(f'/kompas/{tablet.id}/'), 'Ja, mijn kompas en mijn stappen')
        yield tablet


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
    assert (key['row'], key['private'], key['vouched_parts']) == (Row.VOUCHED, False, ['life', 'numbers', 'obstacles'])
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


@pytest.mark.long
def test_nobody_opens_a_picture_pin_again_that_was_tried_too_often(tablet: Tablet, sam: Guest) -> None:
    today = Settings().today()
    with changed(sam.server, sam.id) as compass:
        compass.picture_pin = PicturePin(hash='x', wrong=TRIES, day=today)
    for page in ('sleutels', 'code', 'dat-ben-ik', 'delen'):
        taps_on(tablet, page, *offers(tablet, page), weighs=True)
    assert compass_of(sam.server, sam.id).picture_pin == PicturePin(hash='x', wrong=TRIES, day=today)
