"""What goes wrong meanwhile fails a test that does not say so: the guard of all tests in a browser, guarded."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from tests.browser.cast.faults import faults
from tests.browser.cast.person import Person
from tests.browser.conftest import pytest_runtest_call
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


@pytest.mark.expects('ERR_FAILED', why=SHOWN)
def test_a_request_without_an_answer_fails_the_test(new_person: Callable[..., Person]) -> None:
    sam = new_person(service_workers='block')
    sam.opens()
    sam.page.route('**/taal', lambda route: route.abort())
    sam.page.evaluate("fetch('/taal').catch(() => {})")
    ends_badly('request: net::ERR_FAILED GET .*/taal')


@pytest.mark.expects('Traceback', why=SHOWN)
def test_a_line_in_the_log_of_a_server_that_nobody_knows_fails_the_test(server: Server) -> None:
    with (server.folder / 'server.log').open('a') as log:
        log.write('Traceback (most recent call last):\n')
    ends_badly('log: Traceback')
    ends('Traceback')


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
