"""Spoken words: hold to speak, let go to send; played back by a tap, one at a time."""

import pytest
from playwright.sync_api import expect

from model.compass.album import Sort
from tests.browser.cast.faults import LOST
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.post import holding, listening, opened, sent, taps_to_speak, watch
from tests.patience import eventually
from tests.server import Server

SECONDS = """
async (address) => {
  const bytes = await (await fetch(address)).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes);
  const loudest = sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return [sound.duration, sound.numberOfChannels, loudest];
}
"""
PLAYING = """
(() => {
  window.playing = [];
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (!window.playing.includes(this)) window.playing.push(this);
    return play.call(this);
  };
})();
"""
HINT = 'Houd vast en praat'


@pytest.fixture
def speaker(maker: Person) -> Person:
    """The maker, at their photos and voices."""
    maker.goes_to('fotos')
    maker.page.add_init_script(PLAYING)
    watch(maker.page)
    expect(maker.button('Spreek in')).to_be_visible()
    return maker


def voices(server: Server, person: Person) -> list[str]:
    """Addresses of the recordings that are kept."""
    items = compass_of(server, person.compass_id).album.items
    assert {item.sort for item in items} <= {Sort.VOICE}
    return [f'/kompas/{person.compass_id}/bijlage/{item.id}/geluid' for item in items]


def sees_it_sent(person: Person) -> None:
    expect(person.page.get_by_text('Verstuurd').filter(visible=True)).to_have_count(1)
    expect(listening(person)).to_be_hidden()
    assert opened(person.page) == [False] * len(opened(person.page))


@pytest.mark.long
def test_what_is_said_while_holding_arrives_and_the_microphone_is_off(speaker: Person, server: Server) -> None:
    with holding(speaker, 2_500):
        speaker.sees('Praat maar. Laat los als je klaar bent.')
        expect(speaker.page.get_by_role('timer')).to_have_text('58')
        assert opened(speaker.page) == [True]
    sees_it_sent(speaker)
    [address] = voices(server, speaker)
    seconds, channels, loudest = speaker.page.evaluate(SECONDS, address)
    assert 2.2 < seconds < 4
    assert channels == 1
    assert loudest > 0.05  # the microphone that pretends beeps
    assert len(sent(speaker.page)[0].content) < 12_000 * seconds
    # nothing plays by itself
    assert speaker.page.evaluate('playing.length') == 0


@pytest.mark.long
def test_a_tap_that_is_too_short_gets_a_hint_and_sends_nothing(speaker: Person, server: Server) -> None:
    taps_to_speak(speaker)
    speaker.sees(HINT)
    assert voices(server, speaker) == []
    assert sent(speaker.page) == []
    with holding(speaker, 800):
        expect(speaker.page.get_by_text(HINT)).to_be_hidden()
    sees_it_sent(speaker)
    assert len(voices(server, speaker)) == 1


@pytest.mark.long
def test_a_recording_ends_by_itself_when_it_is_full(speaker: Person, server: Server) -> None:
    part = speaker.page.locator('[data-longest]')
    expect(part).to_have_attribute('data-longest', '60')
    part.evaluate('(part) => { part.dataset.longest = 1.5; }')
    with holding(speaker, 1_800):
        sees_it_sent(speaker)
    [address] = voices(server, speaker)
    assert 1.2 < speaker.page.evaluate(SECONDS, address)[0] < 2.2


@pytest.mark.long
def test_sliding_away_keeps_what_was_said(speaker: Person, server: Server) -> None:
    with holding(speaker, 900):
        speaker.page.mouse.move(5, 5)
    sees_it_sent(speaker)
    assert len(voices(server, speaker)) == 1


@pytest.mark.long
@pytest.mark.parametrize('key', ['Space', 'Enter'])
def test_the_keyboard_holds_too(key: str, speaker: Person, server: Server) -> None:
    speaker.button('Spreek in').focus()
    speaker.page.keyboard.down(key)
    expect(listening(speaker)).to_be_visible()
    speaker.page.keyboard.down(key)  # as a key that is held does, again and again
    speaker.page.wait_for_timeout(900)
    speaker.page.keyboard.up(key)
    sees_it_sent(speaker)
    assert len(voices(server, speaker)) == 1


@pytest.mark.long
def test_who_cannot_hold_taps_once_to_begin_and_once_to_end(speaker: Person, server: Server) -> None:
    button = speaker.button('Spreek in')
    button.evaluate('(button) => button.click()')  # as a screen reader does
    speaker.sees('Praat maar. Tik nog eens als je klaar bent.')
    speaker.page.wait_for_timeout(900)
    expect(button).to_have_attribute('aria-pressed', 'true')
    button.evaluate('(button) => button.click()')
    expect(button).to_have_attribute('aria-pressed', 'false')
    sees_it_sent(speaker)
    assert len(voices(server, speaker)) == 1


@pytest.mark.long
def test_leaving_the_screen_keeps_what_was_said_and_the_microphone_goes_off(speaker: Person, server: Server) -> None:
    with holding(speaker, 900):
        speaker.link('Kompas').first.evaluate('(link) => link.click()')  # the finger is still down
        expect(listening(speaker)).to_have_count(0)
    expect(speaker.page.get_by_role('heading', level=1)).to_be_visible()
    speaker.goes_to('fotos')
    eventually(lambda: len(voices(server, speaker)) == 1, 'what was said is lost')


def test_where_the_microphone_is_refused_a_plain_sentence_says_so(phone: Person) -> None:
    phone.goes_to('fotos')
    taps_to_speak(phone)
    phone.sees('De microfoon mag niet aan. Zet hem aan bij Instellingen.')


@pytest.fixture
def listener(speaker: Person) -> Person:
    """The speaker at home, with a voice beside each of two steps."""
    for what in ('Bellen', 'Wandelen'):
        speaker.goes_to('')
        speaker.sets_step(what.lower())
        speaker.page.locator('a.open').filter(has_text=what).click()
        speaker.page.wait_for_url('**/stap/*')
        with holding(speaker, 2_000):
            pass
        sees_it_sent(speaker)
    speaker.goes_to('')
    expect(speaker.button('Luister')).to_have_count(2)
    return speaker


@pytest.mark.long
def test_a_voice_plays_at_a_tap_one_at_a_time_and_stops_when_left(listener: Person) -> None:
    first, second = listener.button('Luister').all()
    first.click()
    expect(first).to_have_attribute('aria-pressed', 'true')
    expect(first.locator('[data-key=stop]')).to_be_visible()
    expect(first.locator('[data-key=play]')).to_be_hidden()
    second.click()
    expect(first).to_have_attribute('aria-pressed', 'false')
    expect(second).to_have_attribute('aria-pressed', 'true')
    assert listener.page.evaluate('playing.filter((one) => !one.paused).length') == 1
    # to its end
    expect(second).to_have_attribute('aria-pressed', 'false')
    assert listener.page.evaluate('playing.every((one) => one.paused)')
    # to be stopped by a second tap, and by another screen
    first.click()
    expect(first).to_have_attribute('aria-pressed', 'true')
    first.click()
    expect(first).to_have_attribute('aria-pressed', 'false')
    assert listener.page.evaluate('playing.every((one) => one.paused)')
    first.click()
    expect(first).to_have_attribute('aria-pressed', 'true')
    listener.taps_link('Stappen')
    listener.is_at('stappen')
    assert listener.page.evaluate('playing.every((one) => one.paused)')


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_a_voice_that_cannot_be_heard_says_so(listener: Person) -> None:
    listener.page.context.set_offline(True)
    first = listener.button('Luister').first
    first.click()
    expect(listener.page.get_by_text('Afspelen lukt nu niet.')).to_be_visible()
    expect(first).to_have_attribute('aria-pressed', 'false')
    listener.page.context.set_offline(False)
