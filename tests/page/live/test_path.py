"""The path of the first time runs wherever the person has the compass open, and goes on where it was."""

import pytest

from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Person, Worker


class Beginner(Person):
    """Someone who only just tapped "Nieuw kompas"."""

    def __init__(self, server: Machine) -> None:
        super().__init__(server)
        self.id = self.posts('/nieuw').headers['location'].split('/')[2]
        self.on_disk = OnDisk(server, self.id)


class Handed(Person):
    """Someone with the tablet of a worker, who began a compass at the desk: that hands it over at once."""

    def __init__(self, server: Machine) -> None:
        worker = Colleague(server)
        self.__dict__.update(worker.__dict__)
        self.worker = worker
        self.id = self.posts('/werk/nieuw').headers['location'].split('/')[2]
        self.on_disk = OnDisk(server, self.id)

    def gives_it_back(self) -> None:
        """After a yes; from here on it is the worker who has the compass open."""
        self.taps(f'mag-meekijken/{self._worker_id}', 'Ja, mijn kompas en mijn stappen')
        assert self.posts('/werk/terug', code=self.worker.code()).headers['location'] == '/werk'

    def gets_the_tablet(self) -> None:
        assert self.posts('/werk/tablet', kompas=self.id).status_code == 303

    @property
    def _worker_id(self) -> str:
        return str(self.on_disk.document['sharing']['asks'][0]['worker'])


@pytest.fixture
def beginner(server: Machine) -> Beginner:
    return Beginner(server)


@pytest.fixture
def handed(server: Machine) -> Handed:
    """With the tablet in hand."""
    return Handed(server)


@pytest.fixture
def at_desk(handed: Handed) -> Handed:
    """The tablet is the worker's again, who may look along."""
    handed.gives_it_back()
    return handed


def leads_to(person: Person) -> str:
    """The sub-page where somebody comes who opens the compass."""
    answer = person.opens(f'/kompas/{person.id}')
    return answer.headers.get('location', '').removeprefix(f'/kompas/{person.id}/')


def goes_to(person: Person, page: str = '') -> str:
    """What a page is told that goes to a sub-page, without a reload."""
    return f'/kompas/{person.id}/{page}'.rstrip('/') + '\\"'


def test_it_begins_at_the_picture_of_oneself(beginner: Beginner) -> None:
    assert leads_to(beginner) == 'ik'
    assert 'Vraag 1 van 9' in beginner.page('ik').text


def test_it_goes_on_at_the_question_one_came_to(beginner: Beginner) -> None:
    for page, following in (('ik', 'jezelf-zijn'), ('jezelf-zijn', 'ertoe-doen')):
        beginner.taps(page, 'Verder')
        assert leads_to(beginner) == following
    beginner.taps('ertoe-doen', 'Terug')
    assert leads_to(beginner) == 'jezelf-zijn'


def test_it_goes_on_with_the_step_that_was_begun(beginner: Beginner) -> None:
    beginner.taps('erbij-horen', 'Verder')
    beginner.taps('wens', 'Verder')
    assert leads_to(beginner) == 'nieuwe-stap'
    beginner.taps('nieuwe-stap', 'wandelen')
    step = beginner.on_disk.document['steps']['items'][0]['id']
    assert leads_to(beginner) == f'stap/{step}/wat'
    for page, following in (('wat', 'wie'), ('wie', 'wanneer')):
        beginner.taps(f'stap/{step}/{page}', 'Verder')
        assert leads_to(beginner) == f'stap/{step}/{following}'
    assert 'Vraag 9 van 9' in beginner.page(f'stap/{step}/wanneer').text


def test_without_a_step_it_goes_on_where_one_is_chosen(beginner: Beginner) -> None:
    beginner.taps('wens', 'Verder')
    beginner.taps('nieuwe-stap', 'wandelen')
    step = beginner.on_disk.document['steps']['items'][0]['id']
    beginner.taps(f'stap/{step}/wat', 'Verder')
    beginner.taps(f'stap/{step}', 'Weghalen')
    assert leads_to(beginner) == 'nieuwe-stap'


def test_it_goes_on_after_a_lock(beginner: Beginner) -> None:
    beginner.taps('ik', 'kat')
    beginner.taps('ik', 'Verder')
    beginner.posts('/slot')
    assert beginner.opens(f'/kompas/{beginner.id}').headers['location'] == '/slot'
    opened = beginner.posts('/slot/plaatje', plaatje='avatar-cat')
    assert opened.headers['location'] == f'/kompas/{beginner.id}'
    assert leads_to(beginner) == 'jezelf-zijn'


def test_it_goes_on_on_another_device(beginner: Beginner) -> None:
    beginner.taps('ik', 'Verder')
    assert leads_to(Worker(beginner, own=True)) == 'jezelf-zijn'  # type: ignore[arg-type]


def test_it_is_over_for_who_went_past_it(beginner: Beginner) -> None:
    beginner.on_disk.finish_path()
    assert leads_to(beginner) == ''
    assert 'van 9' not in beginner.page('ik').text


def test_it_begins_on_the_tablet_that_a_worker_hands_over(handed: Handed) -> None:
    assert leads_to(handed) == 'ik'
    handed.taps('ik', 'Verder')
    assert leads_to(handed) == 'jezelf-zijn'


def test_a_worker_is_not_on_it_and_does_not_end_it(at_desk: Handed) -> None:
    assert leads_to(at_desk) == ''
    page = at_desk.page('wens')
    assert 'van 9' not in page.text
    with at_desk.socket(page) as line:
        onward = page.listener('Verder')
        line.triggers(page.client_id, onward.element, onward.id)
        line.hears('run_javascript', goes_to(at_desk))
    at_desk.taps('wens', 'werk')
    at_desk.gets_the_tablet()
    assert leads_to(at_desk) == 'ik'


def test_a_worker_who_rounds_off_before_the_person_began_does_not_end_it(at_desk: Handed) -> None:
    page = at_desk.page('klaar')
    with at_desk.socket(page) as line:
        not_today = page.listener('Vandaag niet')
        line.triggers(page.client_id, not_today.element, not_today.id)
        line.hears('run_javascript', goes_to(at_desk, 'delen'))
    at_desk.gets_the_tablet()
    assert leads_to(at_desk) == 'ik'


def test_a_contact_that_was_rounded_off_ends_it(at_desk: Handed) -> None:
    at_desk.taps('nieuwe-stap', 'wandelen')
    page = at_desk.page()
    with at_desk.socket(page) as line, at_desk.on_disk.changes():
        ready = page.listener('Klaar voor vandaag')
        line.triggers(page.client_id, ready.element, ready.id)
    at_desk.gets_the_tablet()
    assert leads_to(at_desk) == ''


def test_home_inside_a_page_that_showed_no_question_leads_to_the_path(handed: Handed) -> None:
    page = Page(handed.opens(f'/kompas/{handed.id}/delen'))
    with handed.socket(page) as line:
        step = page.listener('', 'sub_pages_open')
        line.triggers(page.client_id, step.element, step.id, f'/kompas/{handed.id}')
        line.hears('run_javascript', goes_to(handed, 'ik'))
    assert handed.on_disk.document['first_time']
