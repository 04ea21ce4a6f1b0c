""" "Klopt dit?": an answer that was given where nobody could be sure that it was the person."""

from functools import partial
from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.album import Attachment
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.doubts import Doubt
from ui.components.button import button
from ui.components.thumbnail import thumbnail
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import address
from ui.screens.sharing.may_look import name_of
from ui.words.domain import domain_word


def doubts(here: Here) -> None:
    """A notice for each, on a device of the person's own."""
    notices: dict[tuple[str, Part | None], ui.element] = {}
    place = ui.element('div').classes('cards')

    def redraw(seen: Compass) -> None:
        asked = {one.subject: one for one in seen.doubts.items} if _is_asked(here) else {}
        for gone in notices.keys() - asked.keys():
            notices.pop(gone).delete()
        for subject in asked.keys() - notices.keys():
            with place:
                notices[subject] = _notice(here, asked[subject], seen)
        place.set_visibility(bool(asked))

    here.live(redraw)


def _is_asked(here: Here) -> bool:
    return here.key.is_own and May.SHARE in here.grant.may


def _notice(here: Here, doubt: Doubt, seen: Compass) -> ui.element:
    say, settle = here.say, partial(here.access.questions.settle, here.session, here.id, doubt.about, part=doubt.part)
    photo = seen.album.find(doubt.about)
    with ui.element('div').classes('notice sure').props('role=status') as notice:
        words = f'{_where(here, doubt)} {_what(here, doubt)} {say("Klopt dit?")}'
        picture = _photo(here, seen, photo) if photo else pictogram('looks-along')
        ui.html(f'{picture}<p dir="auto">{escape(words)}</p>', sanitize=False).classes('told')
        with ui.element('div').classes('yes-no'):
            button(say('Ja'), 'yes', here.tap(partial(settle, right=True)))
            button(say('Nee'), 'no-thanks', here.tap(partial(settle, right=False)))
    return notice


def _photo(here: Here, seen: Compass, photo: Attachment) -> str:
    """A way to the photo; of one that was refused only how it looks, for it is nowhere."""
    if photo.is_shown:
        return thumbnail(here, seen, photo)
    return f'<span class="thumbnail"><img src="{address(seen.id, photo)}" alt="" draggable="false"></span>'


def _where(here: Here, doubt: Doubt) -> str:
    say = here.say
    if doubt.lender:
        name = name_of(here, doubt.lender)
        if doubt.refused:
            return say('Op de tablet van {name} is nee gezegd.', name=name)
        return say('Op de tablet van {name} is ja gezegd.', name=name)
    return (
        say('Op een nieuwe telefoon is nee gezegd.') if doubt.refused else say('Op een nieuwe telefoon is ja gezegd.')
    )


def _what(here: Here, doubt: Doubt) -> str:
    if doubt.refused:
        return here.say('Deze foto mag er niet bij.')
    if doubt.part is not None:
        return here.say('{name} mag zien: {what}.', name=name_of(here, doubt.about), what=_domain(here, doubt.part))
    if doubt.before is None:
        return here.say('Deze foto mag erbij.')
    return here.say('{name} mag meekijken.', name=name_of(here, doubt.about))


def _domain(here: Here, part: Part) -> str:
    """The word of a life domain; a tablet that was handed over opens nothing else."""
    return domain_word(here.access.domains, part.domain or '', here.say)
