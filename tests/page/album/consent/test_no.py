"""After a no nothing of it stays, whatever happens at the same time."""

import json
import threading
from collections import Counter

import httpx
import pytest

from tests.page.album.consent.cast import NO, YES, answers, asked, is_asked, where_seen
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import has_sent, is_whole, items, kept, looks, sees


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
    spoken_of = json.dumps(person.on_disk.strengths)
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
