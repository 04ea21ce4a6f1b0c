"""However a try with a passkey ends, the page says so in one sentence with a pictogram, and it can be tried again.

The apps for passwords here fail in the ways in which real ones do.
"""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import is_invited, key_button, signs_out
from tests.browser.cast.device import Device
from tests.browser.conftest import PHONE

STOPPED = 'Dat is gestopt, of je kunt hier nog niet zo inloggen. Probeer het nog eens, of log anders in.'
LATE = 'Dat duurde te lang. Probeer het nog eens.'
MANAGER = 'Je telefoon of wachtwoord-app gaf een fout. Probeer het nog eens.'
ADDRESS = 'Op dit adres kan dat niet. Gebruik een wachtwoord.'
UNABLE = 'Deze telefoon of computer kan dat niet. Doe het op een andere manier.'
KNOWN = 'Deze telefoon of computer staat er al bij. Je kunt er al mee inloggen.'
NOT_DONE = 'Dat ging niet. Probeer het nog eens.'
QUESTION = '**/werk/sleutel/vraag'


# apps for passwords

NO_JSON = """
    delete PublicKeyCredential.parseCreationOptionsFromJSON;
    delete PublicKeyCredential.parseRequestOptionsFromJSON;
"""
"""A browser of before there was JSON of passkeys."""
FAILING_JSON = "PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };"
NO_TO_JSON = 'delete PublicKeyCredential.prototype.toJSON;'
WRONG_JSON = "PublicKeyCredential.prototype.toJSON = () => ({ id: 'wrong' });"
OWN_OBJECTS = """
    for (const how of ['create', 'get']) {
        const asked = navigator.credentials[how].bind(navigator.credentials);
        navigator.credentials[how] = async (options) => {
            const made = await asked(options), response = {};
            for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
                if (made.response[part]) response[part] = new Uint8Array(made.response[part]);
            return { id: made.id, rawId: made.rawId, type: made.type, response };
        };
    }
"""
"""An answer that is no credential of the browser, without a single function."""
NO_PASSKEYS = 'delete globalThis.PublicKeyCredential;'


def answers(what: str) -> str:
    """An app that answers everything with `what`, a piece of JavaScript."""
    return f'navigator.credentials.create = navigator.credentials.get = async () => {{ {what} }};'


def raises(name: str) -> str:
    """An app that raises a `DOMException` of this name."""
    return answers(f"throw new DOMException('', '{name}');")


def throws_at_once(what: str) -> str:
    """An app that does not even promise an answer."""
    return f'navigator.credentials.create = navigator.credentials.get = () => {{ throw {what}; }};'


# people


@pytest.fixture
def holder(new_person, server):
    """Makes somebody on her own phone, with a device and a script that runs before each page does."""

    def make(script=''):
        person = new_person(PHONE, fresh=True)
        person.page.add_init_script(script)
        person.device = Device(person)
        return person

    return make


@pytest.fixture
def at_door(holder):
    """Makes somebody who typed her login, and taps the button for a passkey."""

    def make(script='', answer=None):
        person = holder(script)
        if answer:
            person.page.route(QUESTION, answer)
        person.opens('/werk/in')
        person.page.get_by_label('Inlognaam').fill('noor')
        key_button(person).click()
        return person

    return make


def is_told(person, words, key):
    line = person.page.get_by_role('alert')
    expect(line).to_have_text(words)
    expect(line.locator(f'svg[data-key="{key}"]')).to_be_visible()
    # there is a way on, and nothing that was typed is lost
    expect(key_button(person)).to_be_enabled()
    if 'werk/in' in person.page.url:
        expect(person.page.get_by_label('Inlognaam')).to_have_value('noor')


@pytest.mark.parametrize(
    'script',
    [NO_JSON, FAILING_JSON, NO_TO_JSON, WRONG_JSON, OWN_OBJECTS, NO_JSON + NO_TO_JSON],
    ids=['no JSON', 'failing JSON', 'no toJSON', 'wrong JSON', 'own objects', 'neither'],
)
def test_a_passkey_works_without_the_json_of_the_browser(holder, server, script):
    noor = holder(script)
    is_invited(noor, server)
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')
    signs_out(noor)
    noor.opens('/werk/in')
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')


@pytest.mark.parametrize(
    ('script', 'words', 'key'),
    [
        (raises('NotAllowedError'), STOPPED, 'stop'),
        (raises('AbortError'), STOPPED, 'stop'),
        (raises('TimeoutError'), LATE, 'wait'),
        (raises('SecurityError'), ADDRESS, 'no-passkey'),
        (raises('NotSupportedError'), UNABLE, 'this-device'),
        (raises('ConstraintError'), UNABLE, 'this-device'),
        (raises('UnknownError'), MANAGER, 'sorry'),
        (raises('NotReadableError'), MANAGER, 'sorry'),
        (answers("throw 'no';"), MANAGER, 'sorry'),
        (answers('return null;'), MANAGER, 'sorry'),
        (answers('return {};'), MANAGER, 'sorry'),
        (answers("return { rawId: 'AQ', response: { clientDataJSON: 'AQ' } };"), MANAGER, 'sorry'),
        (throws_at_once('new TypeError()'), MANAGER, 'sorry'),
    ],
)
def test_each_end_is_told(at_door, script, words, key):
    person = at_door(script)
    is_told(person, words, key)
    key_button(person).click()
    is_told(person, words, key)


def test_an_app_that_never_answers_is_left_after_its_time(at_door):
    def soon(route):
        asked = {'challenge': 'AQID', 'rpId': 'localhost', 'timeout': 50}
        route.fulfill(status=200, content_type='application/json', body=json.dumps({'options': asked}))

    is_told(at_door(answers('return new Promise(() => {});'), soon), LATE, 'wait')


def test_a_device_that_is_there_already_is_told(holder, server):
    noor = holder()
    is_invited(noor, server)
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')
    noor.opens('/werk/ik')
    key_button(noor).click()
    is_told(noor, KNOWN, 'passkey')
    assert len(noor.device.passkeys) == 1


@pytest.mark.expects('request: net::ERR_FAILED .*/vraag', why='there is no network')
def test_without_a_network_that_is_told(at_door):
    person = at_door(answer=lambda route: route.abort())
    is_told(person, 'Er is geen verbinding. Probeer het zo nog eens.', 'no-connection')


@pytest.mark.expects('answer: (429|50[02]|403) .*/vraag', why='the server, or what stands before it, says no')
@pytest.mark.parametrize(
    ('status', 'kind', 'body', 'words', 'key'),
    [
        (502, 'text/html', '<title>Bad Gateway</title>', NOT_DONE, 'sorry'),
        (500, 'text/plain', 'Internal Server Error', NOT_DONE, 'sorry'),
        (200, 'application/json', '{"opt', NOT_DONE, 'sorry'),
        (200, 'text/html', '<title></title>Log in to this hotel', NOT_DONE, 'sorry'),
        (403, 'application/json', '{"words": "Op dit adres kan dat niet."}', 'Op dit adres kan dat niet.', 'sorry'),
        (429, 'application/json', '{"words": "Even wachten."}', 'Even wachten.', 'wait'),
        (429, 'text/html', '<title>Even wachten.</title>', 'Even wachten.', 'wait'),
    ],
)
def test_what_the_server_refuses_is_told(at_door, status, kind, body, words, key):
    person = at_door(answer=lambda route: route.fulfill(status=status, content_type=kind, body=body))
    is_told(person, words, key)


def test_a_browser_without_passkeys_says_why_there_is_no_button(holder):
    person = holder(NO_PASSKEYS)
    person.opens('/werk/in')
    person.sees('Met je gezicht of vinger kan het niet in deze browser.')
    expect(key_button(person)).to_be_hidden()
