"""A contact begins and ends at the desk, photos are new there, and it stays up to date by itself."""

from datetime import timedelta

from model.compass.album import Added
from model.compass.sharing.sharing import Reach
from model.compass.target import Moment, Spot, Target
from model.settings import Settings
from tests.browser.cast.on_disk import changed, visits_of
from tests.page.cast.at_desk import Desk, Guest, lent_for_a_moment, on_tablet
from tests.page.cast.people.colleague import Colleague

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


def test_a_compass_begun_at_the_desk_was_a_talk_at_once_and_after_it(noor: Colleague) -> None:
    with lent_for_a_moment(noor):
        person = on_tablet(noor, noor.posts('/werk/nieuw').headers['location'].split('/')[2])
        [ask] = person.on_disk.document['sharing']['asks']
        person.taps(f'mag-meekijken/{ask["worker"]}', 'Ja, mijn kompas en mijn stappen')
    assert Desk(noor).tiles[0].startswith('Zonder naam nog geen stap in gesprek Klaar')
    with lent_for_a_moment(noor):
        assert noor.posts('/werk/tablet', kompas=person.id).status_code == 303
        person.taps('klaar', 'Vandaag niet')
    assert Desk(noor).tiles[0].startswith('Zonder naam nog geen stap laatste gesprek: vandaag')
    assert [visit.worker for visit in visits_of(noor.server, person.id)] == [ask['worker']]


def test_a_tablet_that_is_handed_over_is_a_talk(noor: Colleague, sam: Guest) -> None:
    assert 'nog geen gesprek' in Desk(noor).text
    with lent_for_a_moment(noor):
        assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 303
    assert 'in gesprek' in Desk(noor).text


# steps that were done


def finishes(sam: Guest, words: str, days_ago: int) -> None:
    step = sam.steps_on(words)
    with changed(sam.server, sam.id) as compass:
        compass.steps.finish(step, Settings().today() - timedelta(days=days_ago))


def sat_together(sam: Guest, days_ago: int) -> None:
    with changed(sam.server, sam.id) as compass:
        compass.sharing.shares[0].together = Settings().now() - timedelta(days=days_ago)


def test_steps_that_were_done_are_told_until_the_next_talk(noor: Colleague, sam: Guest) -> None:
    sat_together(sam, days_ago=7)
    finishes(sam, 'oma bellen', days_ago=3)
    assert Desk(noor).tiles[0].startswith('Sam 1 stap gedaan! nog geen nieuwe stap laatste gesprek: vorige week')
    finishes(sam, 'taart bakken', days_ago=7)
    sam.steps_on('fietsen maken', day=0)
    assert noor.opens(f'/kompas/{sam.id}').status_code == 200, 'to look does not take a victory away'
    assert Desk(noor).tiles[0].startswith('Sam 2 stappen gedaan! Fietsen maken · vandaag')
    sat_together(sam, days_ago=2)
    assert Desk(noor).tiles[0].startswith('Sam Fietsen maken · vandaag')


def test_before_the_first_talk_all_that_was_done_is_told(noor: Colleague, sam: Guest) -> None:
    finishes(sam, 'oma bellen', days_ago=40)
    assert Desk(noor).tiles[0].startswith('Sam 1 stap gedaan! nog geen nieuwe stap nog geen gesprek')


def test_of_what_was_done_in_the_talk_itself_nothing_is_lost_that_same_day(noor: Colleague, sam: Guest) -> None:
    sat_together(sam, days_ago=0)
    finishes(sam, 'oma bellen', days_ago=0)
    assert '1 stap gedaan!' in Desk(noor).text


def test_a_step_is_told_to_who_sees_the_steps_alone(noor: Colleague, sam: Guest) -> None:
    finishes(sam, 'oma bellen', days_ago=1)
    with changed(sam.server, sam.id) as compass:
        compass.sharing.let(sam.colleague_id, Reach.STEPS, compass.made)
    assert '1 stap gedaan!' in Desk(noor).text


# photos


def test_the_badge_of_a_new_photo_opens_that_photo(noor: Colleague, sam: Guest) -> None:
    sam.sends_a_photo()
    newest = sam.sends_a_photo()
    page = f'/kompas/{sam.id}/foto/{newest.id}'
    assert page in Desk(noor).links
    assert noor.opens(page).status_code == 200
    assert page not in Desk(noor).links, 'what was looked at is not new any more'


def test_who_sees_the_steps_alone_is_told_of_photos_beside_steps_alone(noor: Colleague, sam: Guest) -> None:
    step = sam.steps_on('taart bakken')
    hidden, beside = sam.sends_a_photo(), sam.sends_a_photo()
    with changed(sam.server, sam.id) as compass:
        compass.sharing.let(sam.colleague_id, Reach.STEPS, compass.made)
        found = compass.album.find(beside.id)
        assert found
        found.target = Target(spot=Spot.STEP, of=step, moment=Moment.DONE)
    desk = Desk(noor)
    assert '1 nieuwe foto' in desk.text
    assert hidden.id not in desk.page.text
    page = f'/kompas/{sam.id}/foto/{beside.id}'
    assert page in desk.links
    assert noor.opens(page).status_code == 200


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
