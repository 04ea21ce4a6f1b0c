"""A photo from a device of someone else waits for the person's yes, and is nowhere but in the question."""

import json

from tests.page.album.consent.cast import PAGES, YES, answers, asked, is_asked, pictures_on_paper, visits, where_seen
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import WEBM, everywhere, has_sent, is_whole, item, looks, new_id, sees, sends, small_photo


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
