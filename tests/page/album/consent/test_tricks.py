"""Nobody comes round the question."""

from tests.page.album.consent.cast import NO, ODD, YES, answers, asked, is_asked, where_seen
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import (
    WEBM,
    halting,
    has_sent,
    is_whole,
    item,
    items,
    looks,
    makes_own,
    new_id,
    puts,
    sees,
    sends,
    small_photo,
)


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
    assert [one.get('allowed') for one in items(person.on_disk)] in ([], [None])
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
