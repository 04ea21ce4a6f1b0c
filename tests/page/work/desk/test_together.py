"""A contact begins and ends at the desk, photos are new there, and it stays up to date by itself."""

from model.compass.album import Added
from model.compass.sharing.sharing import Reach
from tests.browser.cast.on_disk import changed, visits_of
from tests.page.cast.at_desk import Desk, Guest
from tests.page.cast.people import Colleague

# together


def test_beginning_together_is_on_disk_and_leads_to_the_compass(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line, sam.on_disk.changes():
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'in gesprek')
        assert line.hears('open')['path'] == f'/kompas/{sam.id}'
    assert sam.on_disk.document['contact']['worker'] == sam.colleague_id
    assert Desk(noor).tiles[0].startswith('Sam nog geen stap in gesprek Klaar')


def test_ready_without_a_step_asks_for_one_and_ends_nothing(noor: Colleague, sam: Guest) -> None:
    desk = together(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Klaar')
        assert line.hears('open')['path'] == f'/kompas/{sam.id}/klaar'
    assert sam.on_disk.document['contact']['worker'] == sam.colleague_id


def test_ready_with_a_step_rounds_the_contact_off(noor: Colleague, sam: Guest) -> None:
    sam.steps_on('taart bakken', day=1)
    desk = together(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Klaar')
        desk.follows(line, 'laatste gesprek: vandaag')
    assert sam.on_disk.document['contact'] is None
    assert [visit.worker for visit in visits_of(sam.server, sam.id)][-1] == sam.colleague_id


def together(noor: Colleague) -> Desk:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'in gesprek')
    return Desk(noor)


# photos


def test_photos_are_new_until_the_worker_looks(noor: Colleague, sam: Guest) -> None:
    sam.sends_a_photo()
    assert '1 nieuwe foto' in Desk(noor).text
    sam.sends_a_photo()
    assert "2 nieuwe foto's" in Desk(noor).text
    assert noor.opens(f'/kompas/{sam.id}').status_code == 200
    assert 'nieuwe foto' not in Desk(noor).text


def test_a_photo_of_the_worker_is_not_news_and_one_that_waits_for_a_yes_is_not_shown(
    noor: Colleague, sam: Guest
) -> None:
    photo = sam.sends_a_photo()
    with changed(sam.server, sam.id) as compass:
        held = compass.album.find(photo.id)
        assert held
        held.added = Added(at=photo.added.at, key=photo.added.key, own_device=True, worker=sam.colleague_id)
    assert 'nieuwe foto' not in Desk(noor).text
    with changed(sam.server, sam.id) as compass:
        held = compass.album.find(photo.id)
        assert held
        held.added = Added(at=photo.added.at, key=photo.added.key, own_device=False)
    assert 'nieuwe foto' not in Desk(noor).text


# live


def test_a_tile_changes_when_the_person_taps(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        sam.writes('nieuwe-stap', 'fietsen maken')
        desk.follows(line, 'Fietsen maken', seconds=2)
        sam.writes('ik', 'Sammie')
        desk.follows(line, 'Sammie', seconds=2)
        sam.sends_a_photo()
        desk.follows(line, '1 nieuwe foto', seconds=2)


def test_a_new_person_is_seen_first_and_the_others_stay_where_they_are(noor: Colleague, sam: Guest) -> None:
    mimi = Guest(noor, 'Mimi')
    mimi.taps('meekijken', 'Niets')
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        assert desk.names == ['Sam']
        mimi.taps('meekijken', 'Mijn kompas en mijn stappen')
        desk.follows(line, 'Mimi')
        assert desk.names == ['Mimi', 'Sam']
        sam.steps_on('oma bellen')
        desk.follows(line, 'Oma bellen')
        assert desk.names == ['Mimi', 'Sam']
    assert mimi.id != sam.id


def test_a_share_that_is_taken_away_takes_the_tile_away(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    began = desk.listener('Begin het gesprek')
    with noor.socket(desk.page) as line:
        with changed(sam.server, sam.id) as compass:
            compass.sharing.let(sam.colleague_id, Reach.NOTHING, compass.made)
        sam.says_something()
        desk.follows(line, 'Sam', gone=True, seconds=2)
        before = sam.on_disk.bytes
        line.triggers(desk.page.client_id, began.element, began.id)
        desk.searches(line, 'x')
    assert sam.on_disk.bytes == before
    assert Desk(noor).tiles == []
    assert noor.opens(f'/kompas/{sam.id}').status_code == 404


def test_a_button_of_a_tile_does_nothing_any_more_in_the_moment_a_share_is_taken_away(
    noor: Colleague, sam: Guest
) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        with changed(sam.server, sam.id) as compass:
            compass.sharing.let(sam.colleague_id, Reach.NOTHING, compass.made)
        before = sam.on_disk.bytes
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'Sam', gone=True)
    assert sam.on_disk.bytes == before
