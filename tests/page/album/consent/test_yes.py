"""After a yes it is in its place, on paper too, and who said so is kept."""

import pytest

from tests.page.album.consent.cast import YES, answers, asked, is_asked, pictures_on_paper, where_seen
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import WEBM, everywhere, has_sent, is_whole, item


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
    assert person.on_disk.strengths == []
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
    assert item(person.on_disk, id).get('allowed') is None
    assert is_asked(person.page(f'mag/{id}'))
