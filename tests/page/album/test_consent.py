"""A photo from a device of someone else waits for the person's yes; until then it is nowhere but in the question."""

import json
import threading
from collections import Counter

import httpx
import pypdfium2
import pytest

from tests.page.cast.people import Machine, Owner, Page, Person, Worker
from tests.page.cast.sending import (
    WEBM,
    everywhere,
    halting,
    has_sent,
    is_whole,
    item,
    items,
    kept,
    looks,
    makes_own,
    new_id,
    on_own_device,
    puts,
    sees,
    sends,
    small_photo,
)
from tests.unit.media.photo_files import encoded, flag

YES, NO = 'Ja', 'Nee'
PAGES = ['', 'ik', 'erbij-horen', 'meedoen', 'wens', 'nieuwe-stap', 'stappen', 'fotos', 'klaar', 'delen']
ODD = encoded(flag((60, 40)), 'PNG')
"""A photo that can be told from the other ones by its size."""


@pytest.fixture
def person(server: Machine) -> Owner:
    """Someone on a device of their own."""
    return on_own_device(server)


@pytest.fixture
def helper(person: Owner) -> Worker:
    """Someone with the sheet, on a device that is not the person's."""
    return Worker(person)


def asked(helper: Worker, place: str = 'album') -> str:
    """The id of a photo that waits for an answer."""
    id = new_id()
    answer = sends(helper, small_photo(), place=place, id=id)
    assert (answer.status_code, answer.json()) == (200, {'page': f'/kompas/{helper.id}/mag/{id}'})
    return id


def answers(person: Person, id: str, *words: str) -> None:
    person.taps(f'mag/{id}', *words)


def where_seen(person: Person, id: str) -> list[str]:
    return [page for page in PAGES if f'/bijlage/{id}/' in person.page(page).text]


def is_asked(page: Page) -> bool:
    return 'Mag deze foto erbij?' in page.text


def visits(person: Person) -> list[object]:
    return list(json.loads((person.on_disk.folder / 'visits.json').read_bytes())['visits'].values())


def pictures_on_paper(person: Person) -> int:
    answer = person.opens(f'/kompas/{person.id}/poster.pdf')
    assert answer.status_code == 200
    document = pypdfium2.PdfDocument(answer.content)
    found = [found for page in document for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    return len(found)


# before an answer


def test_a_photo_from_the_persons_own_device_is_there_at_once(person: Owner) -> None:
    id = has_sent(person, place='condition.belong')
    assert where_seen(person, id) == ['', 'erbij-horen', 'fotos']
    assert item(person.on_disk, id)['added']['own_device'] is True
    assert 'Deze vraag is er niet meer.' in person.page(f'mag/{id}').text


def test_until_an_answer_a_photo_is_nowhere_but_in_the_question(person: Owner, helper: Worker) -> None:
    places = everywhere(person)
    before, paper = person.on_disk.document, pictures_on_paper(person)
    ids = {asked(helper, place): screen for place, screen in places.items()}
    screens = {*PAGES, *places.values(), *(f'foto/{id}' for id in ids)}
    for one in (person, helper):
        seen = ''.join(one.page(screen).text for screen in screens)
        assert [place for id, place in zip(ids, places, strict=True) if f'/bijlage/{id}' in seen] == []
    for id in ids:
        question = person.page(f'mag/{id}')
        assert is_asked(question)
        assert f'/bijlage/{id}/scherm' in question.text
    now = person.on_disk.document
    assert [part for part in ('strengths', 'wishes', 'steps') if now[part] != before[part]] == []
    assert pictures_on_paper(person) == paper
    person.taps('klaar', 'Vandaag niet')
    assert len(visits(person)) == 1
    assert [id for id in ids if id in json.dumps(visits(person))] == []
    assert is_whole(person.on_disk)


def test_a_new_step_is_not_made_before_the_yes(person: Owner, helper: Worker) -> None:
    id = asked(helper, 'steps')
    assert person.on_disk.document['steps']['items'] == []
    answers(person, id, YES)
    assert [step['answer']['picture'] for step in person.on_disk.document['steps']['items']] == [id]


def test_on_the_device_it_was_made_on_the_question_comes_too_while_that_is_no_own_device(owner: Owner) -> None:
    id = new_id()
    assert sends(owner, small_photo(), id=id).json() == {'page': f'/kompas/{owner.id}/mag/{id}'}
    assert where_seen(owner, id) == []


def test_the_screen_of_photos_says_that_one_waits(person: Owner, helper: Worker) -> None:
    page = person.page('fotos')
    with person.socket(page) as line:
        id = asked(helper)
        line.hears('update', f'mag/{id}')


def test_a_photo_that_waits_is_seen_by_who_may_answer_and_by_nobody_else(
    person: Owner, helper: Worker, other: Owner
) -> None:
    id = asked(helper)
    assert sees(person, id)
    assert sees(helper, id)
    nowhere = other.opens('/onzin')
    answer = looks(other, person.id, id)
    assert (answer.status_code, answer.text) == (404, nowhere.text)


def test_a_voice_is_not_asked_for(helper: Worker, person: Owner) -> None:
    id = has_sent(helper, WEBM, 'stem', 'condition.belong')
    assert sees(person, id, 'geluid')


# yes


@pytest.mark.parametrize('where', ['own device', 'the same device', 'a third device'])
def test_after_yes_it_is_in_its_place_and_who_said_so_is_kept(person: Owner, helper: Worker, where: str) -> None:
    id = asked(helper, 'condition.belong')
    judge = {'own device': person, 'the same device': helper, 'a third device': Worker(person)}[where]
    answers(judge, id, YES)
    assert where_seen(person, id) == ['', 'erbij-horen', 'fotos']
    kept_with_it = item(person.on_disk, id)
    worker_key = person.on_disk.key(helper.token_of(person.id))['id']
    assert (kept_with_it['added']['key'], kept_with_it['added']['own_device']) == (worker_key, False)
    assert kept_with_it['allowed']['own_device'] is (judge is person)
    assert kept_with_it['added']['at'] < kept_with_it['allowed']['at']
    assert is_whole(person.on_disk)


def test_after_yes_it_is_in_every_place_it_was_sent_to(person: Owner, helper: Worker) -> None:
    for place, screen in everywhere(person).items():
        id = asked(helper, place)
        answers(person, id, YES)
        assert f'/bijlage/{id}/' in person.page(screen).text, place
        assert f'/bijlage/{id}/' in person.page(f'foto/{id}').text, place


def test_it_is_printed_after_the_yes_and_not_once_it_is_taken_away(person: Owner, helper: Worker) -> None:
    id = asked(helper, 'condition.belong')
    assert pictures_on_paper(person) == 0
    answers(person, id, YES)
    assert pictures_on_paper(person) == 2  # on the compass, and beside its words
    person.taps(f'foto/{id}', 'Weghalen')
    assert pictures_on_paper(person) == 0


def test_an_answer_on_one_device_ends_the_question_on_the_other(person: Owner, helper: Worker) -> None:
    id = asked(helper)
    page = helper.page(f'mag/{id}')
    with helper.socket(page) as line:
        answers(person, id, YES)
        line.hears('run_javascript', f'/kompas/{person.id}/fotos')


def test_yes_to_a_photo_of_something_that_is_gone_puts_it_with_the_photos(person: Owner, helper: Worker) -> None:
    place = next(place for place in everywhere(person) if place.startswith('strength'))
    id = asked(helper, place)
    person.taps('erbij-horen', 'broer of zus')
    assert person.on_disk.document['strengths']['items'] == []
    answers(person, id, YES)
    assert where_seen(person, id) == ['fotos']


def test_yes_where_there_is_no_room_says_so_and_keeps_the_question(person: Owner, helper: Worker) -> None:
    id = asked(helper, 'condition.belong')
    for _ in range(12):
        has_sent(person, WEBM, 'stem', 'condition.belong')
    page = person.page(f'mag/{id}')
    yes = page.listener(YES)
    with person.socket(page) as line:
        line.triggers(page.client_id, yes.element, yes.id)
        line.hears('update', 'Het is vol')
    assert item(person.on_disk, id)['allowed'] is None
    assert is_asked(person.page(f'mag/{id}'))


# no


def test_no_takes_the_files_away_at_once(person: Owner, helper: Worker) -> None:
    stays, id = has_sent(person), asked(helper, 'condition.belong')
    answers(person, id, NO)
    assert [name for name in kept(person.on_disk) if id in name] == []
    assert not sees(person, id)
    assert id not in person.on_disk.file.read_text()
    assert where_seen(person, id) == []
    assert sees(person, stays)
    assert is_whole(person.on_disk)


@pytest.mark.parametrize('was_it_me', ['Ja', 'Nee'])
def test_a_no_on_a_device_that_is_nobodys_is_asked_about_on_the_persons_own(
    person: Owner, helper: Worker, was_it_me: str
) -> None:
    id = asked(helper, 'condition.belong')
    answers(helper, id, NO)
    assert not sees(helper, id)
    assert where_seen(helper, id) == []
    home = person.page()
    assert 'Op een nieuwe telefoon is nee gezegd. Deze foto mag er niet bij. Klopt dit?' in home.text
    assert sees(person, id)
    person.taps('', was_it_me)
    if was_it_me == 'Nee':
        assert is_asked(person.page(f'mag/{id}'))
        answers(person, id, YES)
        assert sees(helper, id)
    else:
        assert [name for name in kept(person.on_disk) if id in name] == []
        assert is_whole(person.on_disk)


def test_a_photo_that_was_refused_is_still_gone_after_a_damaged_file(person: Owner, helper: Worker) -> None:
    """The version before still speaks of it."""
    id = asked(helper)
    answers(person, id, NO)
    person.on_disk.file.write_bytes(b'')
    person.page()
    assert is_whole(person.on_disk)


def test_who_looks_at_the_moment_of_a_no_sees_it_or_sees_nothing(person: Owner, helper: Worker) -> None:
    server, before = person.server, len(person.server.log)
    seen: Counter[str] = Counter()

    def look(id: str) -> None:
        while not said.is_set():
            try:
                seen[str(looks(person, person.id, id, 'scherm').status_code)] += 1
            except httpx.HTTPError as error:
                seen[type(error).__name__] += 1

    for _ in range(5):
        id, said = asked(helper), threading.Event()
        looking = [threading.Thread(target=look, args=(id,)) for _ in range(6)]
        page = person.page(f'mag/{id}')
        no = page.listener(NO)
        with person.socket(page) as line:
            for thread in looking:
                thread.start()
            with person.on_disk.changes():
                line.triggers(page.client_id, no.element, no.id)
            said.set()
        for thread in looking:
            thread.join()
    assert (set(seen) - {'200', '404'}, person.id in server.log[before:]) == (set(), False)


def test_only_the_question_that_is_asked_is_answered(person: Owner, helper: Worker) -> None:
    first, second = asked(helper), asked(helper)
    answers(person, second, NO)
    assert is_asked(person.page(f'mag/{first}'))
    answers(person, first, YES)
    assert [one['id'] for one in items(person.on_disk)] == [first]


def test_the_answers_yes_and_no_at_once_leave_a_whole_compass(person: Owner, helper: Worker) -> None:
    id = asked(helper, 'condition.belong')
    page = person.page(f'mag/{id}')
    with person.socket(page) as line, person.on_disk.changes():
        for words in (YES, NO, YES, NO):
            listener = page.listener(words)
            line.triggers(page.client_id, listener.element, listener.id)
    person.taps('wens', 'werk')
    spoken_of = json.dumps(person.on_disk.document['strengths']['items'])
    assert (id in spoken_of) == bool(items(person.on_disk))
    assert is_whole(person.on_disk)


def test_a_page_that_was_open_cannot_throw_away_what_was_allowed_elsewhere(person: Owner, helper: Worker) -> None:
    id = asked(helper, 'condition.belong')
    page = helper.page(f'mag/{id}')
    no = page.listener(NO)
    with helper.socket(page) as line:
        answers(person, id, YES)
        line.triggers(page.client_id, no.element, no.id)
        helper.taps('wens', 'werk')
    assert sees(person, id)
    assert is_whole(person.on_disk)


# tricks


def test_a_photo_cannot_become_another_one_after_the_yes(person: Owner, helper: Worker) -> None:
    """The same id twice: one that dawdles, and one that is shown meanwhile."""
    id = new_id()

    def show_and_allow() -> None:
        assert sends(Worker(person), small_photo(), id=id).status_code == 200
        answers(person, id, YES)

    agreed: list[bytes] = []

    def show_allow_and_look() -> None:
        show_and_allow()
        agreed.append(looks(person, person.id, id, 'scherm').content)

    sends(helper, halting(ODD, person.on_disk, show_allow_and_look), id=id)
    assert looks(person, person.id, id, 'scherm').content == agreed[0]
    assert is_whole(person.on_disk)


def test_a_photo_cannot_hide_behind_the_id_of_a_voice(person: Owner, helper: Worker) -> None:
    id = new_id()
    sends(helper, halting(ODD, person.on_disk, lambda: has_sent(Worker(person), WEBM, 'stem', id=id)), id=id)
    assert is_whole(person.on_disk)
    assert (
        not sees(person, id, 'tegel') or looks(person, person.id, id, 'tegel').headers['content-type'] == 'audio/webm'
    )


def test_a_photo_that_was_refused_while_it_was_sent_again_is_asked_for_again(person: Owner, helper: Worker) -> None:
    id = new_id()

    def show_and_refuse() -> None:
        assert sends(Worker(person), small_photo(), id=id).status_code == 200
        answers(person, id, NO)

    sends(helper, halting(ODD, person.on_disk, show_and_refuse), id=id)
    assert where_seen(person, id) == []
    assert [one['allowed'] for one in items(person.on_disk)] in ([], [None])
    assert is_whole(person.on_disk)


def test_nothing_in_the_address_makes_a_device_an_own_one(person: Owner, helper: Worker) -> None:
    id, more = new_id(), dict.fromkeys(('eigen', 'own', 'own_device', 'wiens', 'allowed', 'key', 'added'), 'eigen')
    query = {'soort': 'foto', 'bij': 'condition.belong', **more}
    assert puts(helper, f'/kompas/{person.id}/bijlage/{id}', small_photo(), query).status_code == 200
    assert item(person.on_disk, id)['added']['own_device'] is False
    assert where_seen(person, id) == []


def test_a_device_that_becomes_an_own_one_later_does_not_say_yes_by_that(person: Owner, helper: Worker) -> None:
    id = asked(helper)
    helper.enters(person.on_disk.sheet_token, own=True)
    assert is_asked(helper.page(f'mag/{id}'))
    assert where_seen(helper, id) == []
    assert makes_own(person)
