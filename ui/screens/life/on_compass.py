""" "Op mijn kompas": what stands in a domain is put on one of the four conditions, or among the wishes, by a tap."""

from html import escape

from nicegui import events, ui

from model.catalogue.conditions import CONDITIONS
from model.catalogue.domains import Domain
from model.compass.compass import Compass
from model.compass.life.answers import LifeAnswer
from model.compass.life.places import LifePlace
from model.compass.part import Part
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture, word
from ui.screens.life.asked import usual_condition, words_of

_TAPPED = """(event) => {
  const put = event.target.closest('button[data-answer]');
  if (put) emit([put.dataset.answer, put.dataset.condition ?? '']);
}"""


class OnCompass:
    """One row a thing: a way to the compass, or where on it that stands."""

    def __init__(self, here: Here, domain: Domain, place: LifePlace) -> None:
        self._here, self._domain, self._place = here, domain, place
        self._asked = ''
        """The id of the thing of which it is asked where it fits."""
        self._list = ui.html('', sanitize=False).classes('to-compass').props('role=group')
        self._list.props['aria-label'] = here.say('Op mijn kompas')
        self._list.on('click', self._tapped, js_handler=_TAPPED)
        here.live(self._redraw)

    def _tapped(self, event: events.GenericEventArguments) -> None:
        answer_id, condition = map(str, event.args)
        self._here.tap(lambda: self._put(answer_id, condition))()

    def _put(self, answer_id: str, condition: str) -> None:
        """Put it where its tile says, or where the person says; ask when nobody said anything yet."""
        if self._place is LifePlace.WISH:
            with self._here.change() as compass:
                compass.put_among_wishes(self._domain.key, answer_id, self._here.today)
            return
        one = self._here.look().life.answer(self._domain.key, answer_id)
        where = condition or usual_condition(self._domain, self._place, one)
        if where in CONDITIONS:
            self._asked = ''
            with self._here.change() as compass:
                compass.put_on_condition(self._domain.key, answer_id, where, self._here.today)
        else:
            self._asked = answer_id
            self._redraw(self._here.look())

    def _redraw(self, seen: Compass) -> None:
        # who sees only the steps has no compass to put it on
        shown = seen.life.of(self._domain.key).at(self._place).shown(seen.album) if self._may_put else []
        self._list.set_content(''.join(self._row(one, seen) for one in shown))
        self._list.set_visibility(bool(shown))

    @property
    def _may_put(self) -> bool:
        return Part.RING in self._here.grant.parts and not self._here.grant.only_looks

    def _row(self, one: LifeAnswer, seen: Compass) -> str:
        say, words = self._here.say, words_of(one.answer, self._here.say)
        if one.id == self._asked:
            end = self._question(one)
        else:
            end = self._where(one, seen) or (
                f'<button type="button" class="put" data-answer="{one.id}">{pictogram("on-my-compass")}'
                f'{word(say("Op mijn kompas"), say)}</button>'
            )
        return (
            f'<div class="row-of"><span class="thing">{picture(one.answer, seen)}{word(words, say)}</span>{end}</div>'
        )

    def _question(self, one: LifeAnswer) -> str:
        say = self._here.say
        choices = ''.join(
            f'<button type="button" class="put" data-colour="{key}" data-answer="{one.id}" data-condition="{key}">'
            f'{pictogram(key, tint_of(key))}{word(say(question.word), say)}</button>'
            for key, question in CONDITIONS.items()
        )
        return f'<p>{escape(say("Waar past het bij?"))}</p><div class="where">{choices}</div>'

    def _where(self, one: LifeAnswer, seen: Compass) -> str:
        """Where on the compass it stands, as a way there; empty when it does not, or not any more."""
        say = self._here.say
        strength = seen.strengths.find(one.on_compass)
        if strength is not None:
            key, page = strength.condition, f'kracht/{strength.id}'
            words, drawing = say(CONDITIONS[key].word), pictogram(key, tint_of(key))
        elif (wish := seen.wishes.find(one.on_compass)) is not None:
            key, page, words, drawing = 'wish', path.of_wish(wish.id), say('Mijn wens'), pictogram('wish')
        else:
            return ''
        return f'<a class="put" data-colour="{key}" href="{self._here.link(page)}">{drawing}{word(words, say)}</a>'
