""" "Een nieuwe telefoon kan erin": a device came in by a sheet, or a worker made a new sheet."""

from functools import partial
from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.compass import Compass
from model.compass.sharing.arrivals import Arrival
from model.key import Device, Key, Kind
from ui.components.button import button
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.sharing.may_look import name_of


def arrivals(here: Here) -> None:
    """A notice for each, for who may say whether that was them; closed by "Ja", and "Nee" ends it."""
    notices: dict[str, ui.element] = {}
    place = ui.element('div').classes('cards')

    def redraw(seen: Compass) -> None:
        told = _told(here, seen)
        for gone in notices.keys() - told.keys():
            notices.pop(gone).delete()
        for key_id in told.keys() - notices.keys():
            with place:
                notices[key_id] = _notice(here, *told[key_id])
        place.set_visibility(bool(told))

    here.live(redraw)


def _told(here: Here, seen: Compass) -> dict[str, tuple[Arrival, Key]]:
    if May.LET_IN not in here.grant.may or not seen.arrivals.items:
        return {}
    keys = {key.id: key for key in here.access.devices.keys(here.opened)}
    asking = {key.id for key in here.access.devices.asking(here.opened)}
    return {
        one.key: (one, keys[one.key])
        for one in seen.arrivals.items
        if one.key in keys and one.key != here.key.id and one.key not in asking
    }


def _notice(here: Here, arrival: Arrival, key: Key) -> ui.element:
    say = here.say
    with ui.element('div').classes('notice sure').props('role=status') as notice:
        key_picture = 'new-sheet' if key.kind is Kind.SHEET else key.device
        words = _words(here, arrival, key)
        ui.html(f'{pictogram(key_picture)}<p dir="auto">{escape(words)}</p>', sanitize=False).classes('told')
        with ui.element('div').classes('yes-no'):
            devices = here.access.devices
            if key.kind is Kind.SHEET:
                button(say('Gezien'), 'yes', here.tap(partial(devices.was_me, here.session, here.id, key.id)))
            else:
                button(say('Dat was ik'), 'yes', here.tap(partial(devices.was_me, here.session, here.id, key.id)))
                button(say('Nee, stop'), 'stop-key', here.tap(partial(devices.end, here.session, here.id, key.id)))
    return notice


def _words(here: Here, arrival: Arrival, key: Key) -> str:
    say = here.say
    if key.kind is Kind.SHEET:
        return say('{name} maakte een nieuw blad. De oude code werkt niet meer.', name=name_of(here, key.worker))
    words = {
        Device.PHONE: say('Een nieuwe telefoon kan erin. Was jij dat?'),
        Device.TABLET: say('Een nieuwe tablet kan erin. Was jij dat?'),
        Device.COMPUTER: say('Een nieuwe computer kan erin. Was jij dat?'),
    }[key.device]
    if arrival.sheet_by:
        return f'{words} {say("Het blad is geprint door {name}.", name=name_of(here, arrival.sheet_by))}'
    return words
