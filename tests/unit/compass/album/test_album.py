"""The album itself, on paper and in the document."""

import pytest
from pydantic import ValidationError

from model.compass.album import Added, Album, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.part import EVERY_PART, PRIVATE_PARTS
from model.compass.seen import seen
from model.compass.target import ALBUM, Target
from tests.unit.compass.album.cast import DOG, EVERYWHERE, HELD, NEW, NOBODY, UNKNOWN

# the album


def test_an_album_is_empty_at_first_and_nobodys_but_its_own(now, attachment, today):
    one, other = Compass(made=now), Compass(made=now)
    one.attach(attachment(), today)
    assert (other.album, other.is_empty) == (Album(), True)


def test_the_newest_is_the_first_and_a_voice_is_no_picture(compass, bring):
    photo, voice, drawing = (bring(sort=sort) for sort in (Sort.PHOTO, Sort.VOICE, Sort.DRAWING))
    assert [one.id for one in compass.album.shown] == [drawing, voice, photo]
    assert [one.id for one in compass.album.pictures] == [drawing, photo]


def test_all_that_is_kept_is_known_by_its_id(compass, bring, now):
    shown, asked, gone = bring(), bring(own_device=False), bring()
    compass.album.take_away(gone, now)
    album = compass.album
    assert album.ids == {shown, asked, gone}
    assert [album.find(one).id for one in (shown, asked, gone)] == [shown, asked, gone]
    assert [album.get(one) is not None for one in (shown, asked, gone)] == [True, False, False]


@pytest.mark.parametrize('attachment_id', [None, '', UNKNOWN])
def test_nothing_is_shown_for_an_id_nobody_knows(compass, bring, attachment_id):
    bring()
    assert compass.album.get(attachment_id) is None


@pytest.mark.parametrize(
    'change',
    [
        lambda compass, now: compass.allow(UNKNOWN, now, own_device=True),
        lambda compass, now: compass.refuse(UNKNOWN),
        lambda compass, now: compass.album.take_away(UNKNOWN, now),
        lambda compass, now: compass.album.put_back(UNKNOWN),
        lambda compass, now: compass.album.set_on_paper(UNKNOWN, on_paper=True),
        *(
            lambda compass, now, spot=spot: compass.stick(Target.parse(f'{spot}.{NOBODY}'), DOG, now.date())
            for spot in ('strength', 'wish', 'step')
        ),
    ],
)
def test_what_was_let_go_in_the_meantime_is_not_there(filled, bring, now, change):
    bring()
    bring(own_device=False)
    before = filled.model_dump()
    with pytest.raises(NotThere):
        change(filled, now)
    assert filled.model_dump() == before


# on paper


@pytest.mark.parametrize('where', EVERYWHERE)
def test_at_first_what_is_on_the_compass_is_printed_and_the_rest_is_not(filled, bring, place, where):
    photo = bring(place(where))
    assert filled.album.get(photo).on_paper is (where in NEW + HELD)


def test_the_person_says_what_is_printed(compass, bring):
    photo = bring()
    compass.album.set_on_paper(photo, on_paper=True)
    assert compass.album.get(photo).on_paper
    compass.album.set_on_paper(photo, on_paper=False)
    assert not compass.album.get(photo).on_paper


# the document


@pytest.fixture
def with_everything(filled, bring, place, now, today):
    """A compass with every sort in every place, asked for, allowed, taken away, printed and not."""
    for where in EVERYWHERE:
        for sort in Sort:
            bring(place(where), sort)
    asked = [bring(own_device=False) for _ in range(2)]
    filled.allow(asked[0], now, own_device=False)
    filled.album.take_away(bring('condition.matter'), now)
    filled.stick(Target.parse('condition.matter'), DOG, today)
    filled.steps.make_smaller(filled.steps.items[0].id, Answer(words='tot de hoek'))
    filled.album.items[-1].sound = 'webm'
    return filled


def test_a_compass_with_everything_on_it_comes_back_whole(with_everything):
    assert Compass.model_validate(with_everything.model_dump()) == with_everything
    assert Compass.model_validate(with_everything.model_dump(mode='json')) == with_everything
    assert Compass.model_validate_json(with_everything.model_dump_json()) == with_everything


def test_a_compass_with_everything_on_it_has_it_all(with_everything):
    album = with_everything.album
    assert {one.sort for one in album.items} == set(Sort)
    assert (len(album.asked), len([one for one in album.items if one.taken_off_at])) == (1, 1)
    assert with_everything.steps.items[0].towards.attachments <= album.ids


def test_a_device_that_may_not_see_the_private_parts_sees_the_album(with_everything):
    assert seen(with_everything, EVERY_PART - set(PRIVATE_PARTS)).album == with_everything.album


@pytest.mark.parametrize(
    'spoil',
    [
        lambda album: album.update(colour='red'),
        lambda album: album['items'][0].update(caption='mama'),
        lambda album: album['items'][0]['target'].update(room='kitchen'),
        lambda album: album['items'][0]['added'].update(by='Sam'),
        lambda album: album['items'][0].update(allowed={'at': '2026-11-22T10:30:00+01:00', 'own_device': True, 'x': 1}),
        lambda album: album['items'][0].update(sort='film'),
        lambda album: album['items'][0].update(sound='mp3'),
        lambda album: album['items'][0].update(sound='../webm'),
        lambda album: album['items'][0]['target'].update(spot='strength', of='../../x'),
    ],
)
def test_an_album_with_anything_nobody_knows_is_refused(compass, bring, spoil):
    bring()
    document = compass.model_dump(mode='json')
    Compass.model_validate(document)
    spoil(document['album'])
    with pytest.raises(ValidationError):
        Compass.model_validate(document)


@pytest.mark.parametrize(
    'attachment_id',
    ['', 'a' * 15, 'a' * 17, 'A' * 16, 'g' * 16, '../../etc/passwd', '/' * 16, '.' * 16, 'a' * 16 + '\n', '１' * 16],
)
def test_an_id_that_could_name_another_file_is_refused(now, attachment_id):
    with pytest.raises(ValidationError):
        Attachment(id=attachment_id, sort=Sort.PHOTO, target=ALBUM, added=Added(at=now, key='k', own_device=True))
    with pytest.raises(ValidationError):
        Answer(picture=attachment_id)
    with pytest.raises(ValidationError):
        Answer(voice=attachment_id)
