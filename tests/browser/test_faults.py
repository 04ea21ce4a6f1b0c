"""What goes wrong meanwhile fails a test that does not say so: the guard of all tests in a browser, guarded."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from tests.browser.cast.faults import faults
from tests.browser.cast.person import Person
from tests.browser.conftest import has_own_clock, pytest_runtest_call
from tests.server import Server

SHOWN = 'this test brings it about'


def ends(*expects: str) -> None:
    """The end of a test that expects this, as pytest comes to it."""
    markers = [pytest.mark.expects(*expects, why=SHOWN).mark] if expects else []
    wrapped: Iterator[None] = pytest_runtest_call(SimpleNamespace(iter_markers=lambda _name: markers))  # type: ignore
    next(wrapped)
    with pytest.raises(StopIteration):
        next(wrapped)


def ends_badly(why: str, *expects: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=why):
        ends(*expects)


@pytest.mark.parametrize(
    ('heard', 'script', 'why'),
    [
        ('weberror', "setTimeout(() => { throw new Error('oops') })", 'script: oops'),
        ('weberror', "void Promise.reject(new Error('oops'))", 'script: oops'),
        ('console', "console.error('oops')", 'console: oops'),
        (
            'console',
            "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
            'Content Sec',
        ),
        (
            'console',
            "document.body.append(Object.assign(new Image(), {src: '/oops.png'}))",
            'answer: 404 GET .*oops.png',
        ),
    ],
    ids=['a script', 'a promise', 'a complaint', 'what the policy forbids', 'a picture that is not there'],
)
@pytest.mark.expects('oops', 'Content Security Policy', why=SHOWN)
def test_what_a_page_complains_of_fails_the_test(owner: Person, heard: str, script: str, why: str) -> None:
    owner.opens()
    ends()
    with owner.page.context.expect_event(heard):
        owner.page.evaluate(script)
    ends_badly(why)
    ends_badly(why, 'something else')
    ends('oops', 'Content Security Policy')


def test_a_browser_with_a_clock_that_was_turned_is_lent_to_nobody_else(new_person: Callable[..., Person]) -> None:
    """What goes wrong in a timer of it would be heard by nobody."""
    sam = new_person(fresh=True)
    sam.opens()
    assert has_own_clock(sam.page.context)
    sam.page.clock.install()
    assert not has_own_clock(sam.page.context)


@pytest.mark.expects('ERR_FAILED', why=SHOWN)
def test_a_request_without_an_answer_fails_the_test(new_person: Callable[..., Person]) -> None:
    sam = new_person(service_workers='block')
    sam.opens()
    sam.page.route('**/taal', lambda route: route.abort())
    sam.page.evaluate("fetch('/taal').catch(() => {})")
    ends_badly('request: net::ERR_FAILED GET .*/taal')


COMPLAINTS = {
    'a traceback': ('Traceback (most recent call last):\n  File "x"\n    oops\nOops: oops\n', 'Oops: oops$'),
    'an error': ('ERROR:    oops\n', 'ERROR: +oops$'),
    'our own words': ('could not save: Oops\n', 'could not save: Oops$'),
    'a request': ('2026-11-29 10:05:26,737 GET / 500 222 ms\n', 'GET / 500'),
}


@pytest.mark.parametrize(('written', 'why'), COMPLAINTS.values(), ids=COMPLAINTS)
@pytest.mark.expects('.', why=SHOWN)
def test_what_a_server_complains_of_fails_the_test(server: Server, written: str, why: str) -> None:
    with (server.folder / 'server.log').open('a') as log:
        log.write('2026-11-29 10:05:26,737 GET / 200 222 ms\n')
        ends()
        log.write(written)
        log.flush()
        ends_badly(f'^log: (.|\n)*{why}')
    ends(why)


def test_a_page_that_is_not_there_and_one_that_moved_on_are_no_fault(new_person: Callable[..., Person]) -> None:
    sam = new_person(service_workers='block')
    assert sam.gets(f'{sam.url}/nergens') == 404
    sam.page.evaluate("{ const stop = new AbortController(); fetch('/', stop).catch(() => {}); stop.abort() }")
    sam.page.route('**/taal', lambda route: None)  # an answer that does not come
    sam.page.evaluate("void fetch('/taal')")
    sam.opens()
    ends()


def test_what_the_test_before_had_is_forgotten(owner: Person) -> None:
    owner.opens()
    with owner.page.context.expect_event('console'):
        owner.page.evaluate("console.error('oops')")
    faults().begin()
    ends()
