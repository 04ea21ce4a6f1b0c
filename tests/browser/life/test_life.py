"""The life domains: a worksheet that asks one thing at a time, and the way from there to the compass."""

from playwright.sync_api import expect

from model.compass.answer import Answer
from model.compass.life.places import LifePlace
from model.compass.target import Spot, Target
from tests.browser.cast.attached import adds_photo
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.server import Server


def opens_housing(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Leven')
    owner.sees_title('Mijn leven')
    owner.taps_link('Wonen')
    owner.sees_title('Wonen')


def test_ten_domains_are_there_and_nothing_is_counted(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Leven')
    expect(owner.page.locator('a.domain')).to_have_count(10)
    expect(owner.page.locator('a.is-filled')).to_have_count(0)
    owner.sees_nothing_of('%')


def test_a_domain_is_two_taps_from_the_compass_and_glows_when_something_stands_there(owner: Person) -> None:
    opens_housing(owner)
    owner.page.get_by_role('button', name='gaat wel', exact=True).click()
    owner.sees_pressed('gaat wel')
    owner.taps_link('Leven')
    expect(owner.page.locator('a.domain.is-filled')).to_have_text('Wonen')


def test_questions_come_one_at_a_time(owner: Person) -> None:
    opens_housing(owner)
    card = owner.page.get_by_role('group', name='Vragen om over te praten')
    expect(card).to_have_text('Waar woon je nu?')
    card.get_by_role('button', name='Volgende vraag').click()
    expect(card).to_have_text('Wat is fijn aan je plek?')
    for _ in range(3):
        card.get_by_role('button', name='Volgende vraag').click()
    expect(card).to_have_text('Hoe wil je wonen?')
    expect(card.get_by_role('button', name='Volgende vraag')).to_have_count(0)
    card.get_by_role('button', name='Vorige vraag').click()
    expect(card).to_have_text('Wat hielp vroeger?')


def test_what_is_a_strength_here_goes_on_the_compass_by_a_tap_and_says_where_it_came_from(owner: Person) -> None:
    opens_housing(owner)
    owner.taps_button('Kracht')
    owner.picks('opruimen')
    owner.taps_button('Op mijn kompas')
    owner.taps_link('Ertoe doen')
    owner.sees_title('Opruimen')
    owner.taps_link('Uit: Wonen')
    owner.sees_title('Wonen')


def test_of_own_words_it_is_asked_where_they_fit(owner: Person, server: Server) -> None:
    opens_housing(owner)
    owner.taps_button('Kracht')
    owner.writes('de tuin')
    owner.taps_button('Op mijn kompas')
    owner.sees('Waar past het bij?')
    owner.page.get_by_role('button', name='Jezelf zijn').click()
    expect(owner.page.locator('.to-compass').get_by_role('link', name='Jezelf zijn')).to_be_visible()
    [strength] = compass_of(server, owner.compass_id).strengths.items
    assert (strength.condition, strength.answer.words) == ('be-yourself', 'de tuin')


def test_a_wish_of_a_domain_is_the_wish_of_the_compass(owner: Person) -> None:
    opens_housing(owner)
    owner.taps_button('Wens')
    owner.picks('een tuin of balkon')
    owner.taps_button('Op mijn kompas')
    expect(owner.page.locator('.to-compass').get_by_role('link', name='Mijn wens')).to_be_visible()
    owner.taps_link('Kompas')
    expect(owner.page.locator('[data-page=wish]')).to_have_attribute('aria-description', 'een tuin of balkon')


def test_one_place_is_open_at_a_time_and_it_is_open_again_after_a_reload(owner: Person) -> None:
    opens_housing(owner)
    for place in ('Nu', 'Van mensen om mij heen'):
        owner.taps_button(place)
        expect(owner.page.locator('[aria-expanded=true]')).to_have_text(place)
    owner.is_at('leven/housing/people')
    owner.page.reload()
    expect(owner.page.locator('[aria-expanded=true]')).to_have_text('Van mensen om mij heen')
    owner.taps_button('Van mensen om mij heen')
    expect(owner.page.locator('[aria-expanded=true]')).to_have_count(0)


def test_a_drawing_of_a_place_lies_in_that_place(owner: Person, server: Server) -> None:
    opens_housing(owner)
    owner.taps_button('Wens')
    owner.taps_link('Plaatje kiezen')
    owner.page.locator('.found button').first.click()
    owner.is_at('leven/housing/wish')
    [wish] = compass_of(server, owner.compass_id).life.of('housing').wish.items
    assert wish.answer.sticker


def test_a_photo_in_a_place_that_is_closed_goes_and_comes_back_with_the_album(owner: Person) -> None:
    owner.begins()
    owner.says_it_is_theirs()  # of a photo from elsewhere it is asked whether it may be there
    owner.goes_to('leven/housing')
    things = owner.page.locator('section.spot').last.locator('.thing')  # of the wish
    photo = adds_photo(owner, 'teal', Target(spot=Spot.LIFE, of='housing', within=LifePlace.WISH))
    expect(things.locator('img')).to_have_count(1)
    album = Person(owner.page.context.new_page(), owner.url)
    album.opens(f'/kompas/{owner.compass_id}/foto/{photo}')
    album.taps_button('Weghalen')
    expect(things).to_have_count(0)
    album.taps_button('Zet terug')
    expect(things.locator('img')).to_have_count(1)


def test_what_is_put_in_a_place_elsewhere_is_seen_there_while_it_is_closed(owner: Person) -> None:
    opens_housing(owner)
    other = Person(owner.page.context.new_page(), owner.url)
    other.opens(owner.page.url)
    other.taps_button('Wens')
    other.picks('een tuin of balkon')
    owner.sees('een tuin of balkon')
    other.lets_go('een tuin of balkon')
    owner.sees_nothing_of('een tuin of balkon')


def test_what_to_talk_about_is_seen_on_the_tile(owner: Person) -> None:
    opens_housing(owner)
    owner.picks('Hier wil ik over praten')
    owner.taps_link('Leven')
    expect(owner.page.locator('a.domain:has(.talk)')).to_contain_text('Wonen')


def test_a_domain_that_is_asked_no_more_keeps_its_answers(owner: Person, server: Server) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        compass.life.add('garden', LifePlace.NOW, Answer(words='de moestuin'))
    owner.opens(f'/kompas/{owner.compass_id}/leven')
    owner.taps_link('ander')
    owner.sees('de moestuin')
