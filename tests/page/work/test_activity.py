"""The log for the coordinator: facts about who did what, and nothing of what is in a compass."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import escape, unescape

import pytest

from model.settings import Settings
from tests.page.cast.at_desk import Guest
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

_numbers = iter(range(1000))


@pytest.fixture
def noor(server: Machine) -> Colleague:
    return Colleague(server, f'Noralie{next(_numbers)}', team='Oost')


def lines(coby: Colleague, who: str = '', **asked: str) -> list[str]:
    """What is to be read on each line, the newest first."""
    page = coby.opens('/werk/logboek', params=asked | ({'wie': who} if who else {}))
    assert page.status_code == 200
    found = re.findall('<li>(.*?)</li>', page.text, re.DOTALL)
    return [' '.join(re.sub('<[^>]*>', ' ', one).split()) for one in found]


def test_for_anyone_else_the_log_is_not_there(noor: Colleague, server: Machine) -> None:
    assert seen(noor.opens('/werk/logboek')) == seen(noor.opens('/werk/niets-van-dit-al'))
    assert noor.opens('/werk/logboek').status_code == 404
    for one in (Stranger(server), Owner(server)):  # who is not signed in is not told which pages there are
        answers = [one.opens(path) for path in ('/werk/logboek', '/werk/niets-van-dit-al')]
        assert {(answer.status_code, answer.headers['location']) for answer in answers} == {(303, '/werk/in')}


def test_each_line_says_when_who_what_and_which_compass(coby: Colleague, noor: Colleague) -> None:
    sam = Guest(noor, nickname='')
    noor.opens(f'/kompas/{sam.id}')
    of_sam = [line for line in lines(coby) if sam.id[:6] in line]
    assert any(re.fullmatch(rf'\d\d:\d\d {noor.name} keek in het kompas {sam.id[:6]}', line) for line in of_sam)
    assert any('de persoon zelf of iemand met de code begon een nieuw kompas' in line for line in of_sam)
    assert any('kwam binnen met de code' in line for line in of_sam)


def test_the_log_holds_no_name_of_a_person_no_whole_id_and_nothing_of_the_compass(
    coby: Colleague, noor: Colleague
) -> None:
    sam = Guest(noor, 'Samoerai')
    sam.writes('wens', 'brommergedoe')
    sam.steps_on('taartbakkerij')
    page = coby.opens('/werk/logboek').text
    assert 'veranderde iets' in page
    for hidden in ('Samoerai', 'brommergedoe', 'taartbakkerij', sam.id, sam.id[:7]):
        assert hidden not in page


def test_a_fact_about_a_colleague_says_whom(coby: Colleague, noor: Colleague) -> None:
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens('/werk/logboek').text)[0]
    coby.posts('/werk/team/uit', wie=worker)
    assert f'{coby.name} stopte de toegang over: {noor.name}' in lines(coby)[0]


def test_the_log_of_one_worker_holds_what_they_did_and_what_is_about_them(coby: Colleague, noor: Colleague) -> None:
    Guest(noor)
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens('/werk/logboek').text)[0]
    of_noor = lines(coby, worker)
    assert of_noor
    assert all(noor.name in line for line in of_noor)
    assert len(lines(coby)) > len(of_noor)


def test_the_log_of_one_compass_holds_what_was_done_with_it_by_anyone(coby: Colleague, noor: Colleague) -> None:
    sam, mimi = Guest(noor), Guest(noor, 'Mimi')
    code = sam.id[:6]
    link = re.search(rf'href="(/werk/logboek\?kompas={code})"', coby.opens('/werk/logboek').text)
    assert link
    of_sam = lines(coby, kompas=code)
    assert len(of_sam) > 2
    assert all(line.endswith(code) for line in of_sam)
    assert not any(mimi.id[:6] in line for line in of_sam)
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens(link[1]).text)[0]
    by_noor = lines(coby, worker, kompas=code)
    assert 0 < len(by_noor) < len(of_sam)
    page = coby.opens('/werk/logboek', params={'wie': worker, 'kompas': code}).text
    assert f'<input type="hidden" name="kompas" value="{code}">' in page
    assert f'href="/werk/logboek?wie={worker}">' in page, 'the way to all compasses keeps the worker'


@pytest.mark.parametrize('code', ['0', '0' * 7, 'ZZZZZZ', '<b>abc', '../../', 'abcdef\n'])
def test_what_is_no_code_of_a_compass_asks_for_all_of_them(coby: Colleague, noor: Colleague, code: str) -> None:
    Guest(noor)
    assert lines(coby, kompas=code) == lines(coby)


@pytest.mark.parametrize('who', ['0' * 16, '<script>', '../..'])
def test_the_log_of_nobody_is_that_of_everyone(coby: Colleague, noor: Colleague, who: str) -> None:
    assert len(lines(coby, who)) == len(lines(coby))
    assert '<script>' not in coby.opens('/werk/logboek', params={'wie': who}).text.replace('<script defer', '')


# pages


def pages(coby: Colleague, link: str, words: str) -> list[str]:
    """Follow the links with these words from a page; answers the addresses it went through."""
    way = [link]
    while found := re.search(
        rf'<a class="button" href="([^"]+)">(?:<svg.*?</svg>)?<span>{words}</span>', _text(coby, link)
    ):
        link = unescape(found[1])
        way.append(link)
        assert len(way) < 20
    return way


def _text(coby: Colleague, link: str) -> str:
    answer = coby.opens(link)
    assert answer.status_code == 200
    return re.sub('<svg.*?</svg>', '', answer.text, flags=re.DOTALL)


def days_on(coby: Colleague, link: str) -> list[str]:
    return re.findall('<li><time datetime="([^"T]+)T', _text(coby, link))


@pytest.fixture
def busy(machine: Callable[..., Machine]) -> Iterator[Machine]:
    """A server on which something was done every day of the last eight months, three times."""
    server = machine()
    now = Settings(data=server.data).now()
    (server.data / 'log').mkdir(parents=True)
    for number in range(240 * 3):
        at = now - timedelta(days=1) - timedelta(hours=8 * (240 * 3 - number))
        line = f'{{"at": "{at.isoformat()}", "kind": "saw", "compass": "{number:016x}", "key": "{number:08x}"}}\n'
        with (server.data / 'log' / f'{at:%Y-%m}.jsonl').open('a') as month:
            month.write(line)
    with server:
        yield server


def test_older_pages_lead_to_the_very_first_and_back_again(busy: Machine) -> None:
    coby = Colleague.first(busy)
    older = pages(coby, '/werk/logboek', 'Ouder')
    assert len(older) == 4
    found = [day for link in older for day in days_on(coby, link)]
    assert len(found) >= 720
    assert found == sorted(found, reverse=True)
    newer = pages(coby, older[-1], 'Nieuwer')
    assert [days_on(coby, link) for link in newer[1:-1]] != []
    assert days_on(coby, newer[-1]) == days_on(coby, older[0])
    assert 'Nieuwer' not in _text(coby, older[0])
    assert 'Ouder' not in _text(coby, older[-1])


def test_a_day_can_be_chosen_and_its_list_ends_with_it(busy: Machine) -> None:
    coby = Colleague.first(busy)
    day = (Settings(data=busy.data).now() - timedelta(days=100)).date().isoformat()
    link = f'/werk/logboek?dag={day}'
    assert days_on(coby, link)[0] == day
    assert f'value="{day}"' in _text(coby, link)
    assert days_on(coby, pages(coby, link, 'Nieuwer')[1])[-1] >= day


@pytest.mark.parametrize(
    'query',
    [
        *('tot=', 'tot=gisteren', 'tot=2026-11-22', 'tot=2026-11-22T10:00:00', 'tot=9999-12-31T23:59:59%2B00:00'),
        *('tot=0001-01-01T00:00:00%2B14:00', 'na=x', 'na=0001-01-01T00:00:00%2B00:00', 'dag=9999-12-31', 'dag=31-12'),
        *('dag=%00', 'na=9999-12-31T23:59:59-12:00', 'tot=' + '9' * 3000, 'wie=x&tot=x&na=x&dag=x'),
    ],
)
def test_an_address_that_makes_no_sense_leads_to_the_newest_page(coby: Colleague, query: str) -> None:
    answer = coby.opens(f'/werk/logboek?{query}')
    assert answer.status_code == 200
    assert 'Nieuwer' not in answer.text
    assert '<li><time' in answer.text


def test_the_first_and_the_last_day_can_be_chosen(busy: Machine) -> None:
    coby = Colleague.first(busy)
    now = Settings(data=busy.data).now()
    first, last = ((now - timedelta(days=days)).date().isoformat() for days in (130, 30))
    link = f'/werk/logboek?van={first}&dag={last}'
    assert f'value="{first}"' in _text(coby, link)
    found = [day for page in pages(coby, link, 'Ouder') for day in days_on(coby, page)]
    assert (found[0], found[-1]) == (last, first)
    everything = [day for page in pages(coby, '/werk/logboek', 'Ouder') for day in days_on(coby, page)]
    assert found == [day for day in everything if first <= day <= last]
    one_day = days_on(coby, f'/werk/logboek?van={last}&dag={last}')
    assert set(one_day) == {last}


def test_days_and_a_colleague_are_asked_for_together(coby: Colleague, noor: Colleague) -> None:
    Guest(noor)
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens('/werk/logboek').text)[0]
    today = Settings().today()
    for day, found in ((today, True), (today - timedelta(days=1), False)):
        page = coby.opens('/werk/logboek', params={'wie': worker, 'van': f'{day}', 'dag': f'{day:%d-%m-%Y}'}).text
        assert ('<li><time' in page) is found
        assert f'value="{worker}" selected' in page
        assert 'klopt niet' not in page


@pytest.mark.parametrize('field', ['van', 'dag'])
@pytest.mark.parametrize('written', ['gisteren', '31-02-2026', '2026-13-01', '0001-01-01', '<b>', '9' * 3000])
def test_a_day_that_is_none_is_said_and_stays_to_be_mended(coby: Colleague, field: str, written: str) -> None:
    answer = coby.opens('/werk/logboek', params={field: written})
    assert answer.status_code == 200
    assert 'Die dag klopt niet. Schrijf hem zo: 24-11-2026.' in answer.text
    assert re.search(f'<input id="{field}" type="text" [^>]*value="{re.escape(escape(written[:20]))}"', answer.text)
    assert '<li><time' in answer.text


def test_days_the_wrong_way_round_are_said(coby: Colleague) -> None:
    page = coby.opens('/werk/logboek', params={'van': '2026-11-24', 'dag': '2026-11-23'}).text
    assert 'De eerste dag komt na de laatste dag. Draai ze om.' in page


def test_long_ago_there_is_nothing_and_a_way_back(coby: Colleague) -> None:
    page = _text(coby, '/werk/logboek?dag=2020-01-01')
    assert 'Hier staat niets.' in page
    assert 'Nieuwer' in page
    assert days_on(coby, pages(coby, '/werk/logboek?dag=2020-01-01', 'Nieuwer')[-1])


def test_what_was_done_again_is_one_line_that_says_how_often(coby: Colleague, noor: Colleague) -> None:
    sam = Guest(noor, nickname='')
    # on one page: each that is open is drawn again at every tap
    sam.taps('meekijken', *35 * ['Niets', 'Mijn kompas en mijn stappen'])
    of_sam = [line for line in lines(coby) if sam.id[:6] in line and ' keer' in line]
    assert len(of_sam) == 2
    assert any(re.search(r'liet niets meer zien .*35 keer, tot \d\d:\d\d', line) for line in of_sam)
