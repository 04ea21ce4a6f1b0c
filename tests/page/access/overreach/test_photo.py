"""A worker who wants more, by a photo."""

from io import BytesIO

from PIL import Image

from tests.page.cast.at_desk import Guest
from tests.page.cast.overreaching import Tablet, is_asked
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.person import Stranger
from tests.page.cast.sending import has_sent


def test_a_photo_one_may_not_see_is_not_replaced_by_sending_its_id(noor: Colleague, sam: Guest) -> None:
    photo = has_sent(sam)
    kept = {path: path.read_bytes() for path in sam.on_disk.folder.glob(f'photos/{photo}*')}
    assert kept
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/bijlage/{photo}/tegel').status_code == 404
    red = BytesIO()
    Image.new('RGB', (64, 64), 'red').save(red, 'PNG')
    noor.http.put(
        f'/kompas/{sam.id}/bijlage/{photo}?soort=foto&bij=album', content=red.getvalue(), headers={'X-Kompas': '1'}
    )
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_worker_who_opens_the_question_of_their_photo_finds_nothing_to_answer(
    page_of_noor: Tablet, sam: Guest
) -> None:
    photo = has_sent(page_of_noor)
    asked = page_of_noor.page(f'mag/{photo}')
    assert 'We vragen het aan Sam' in asked.text
    assert not {'Ja', 'Nee'} & {listener.words for listener in asked.listeners}
    theirs = sam.page(f'mag/{photo}')
    yes = theirs.listener('Ja')
    with page_of_noor.socket(asked) as line:  # the numbers of the person's page, on both
        for client in (asked.client_id, theirs.client_id):
            for number in range(200):
                line.triggers(client, number, yes.id)
            line.triggers(client, yes.element, yes.id)
        for listener in asked.listeners:
            line.triggers(asked.client_id, listener.element, listener.id)
        line.settles()
    assert is_asked(sam, photo)
    sam.taps(f'mag/{photo}', 'Ja')
    assert not is_asked(sam, photo)


def test_nor_does_the_worker_who_only_looks_with_the_sheet(page_of_noor: Tablet, sam: Guest) -> None:
    photo = has_sent(page_of_noor)
    looker = Stranger(sam.server)
    looker.enters(sam.on_disk.sheet_token, looks=True)
    live = Page(looker.opens(f'/kompas/{sam.id}/mag/{photo}'))
    with looker.socket(live) as line:
        for listener in [one for one in live.listeners if one.words in {'Ja', 'Nee'}]:
            line.triggers(live.client_id, listener.element, listener.id)
        line.settles()
    assert is_asked(sam, photo)
