"""Every route of the program by who may ask for it."""

from typing import Any

from tests.page.cast.people.person import Person, Stranger

FOR_ALL = {
    'GET /',
    'GET /assets/pictograms.svg',
    'GET /assets/scripts/{version}/{name:path}',
    'GET /assets/{name:path}',
    'GET /favicon.ico',
    'GET /geen-verbinding',
    'GET /gezond',
    'GET /ik-heb-een-kompas',
    'GET /k',
    'GET /k#{rest:path}',
    'GET /k%23{rest:path}',
    'GET /k/{rest:path}',
    'GET /manifest.webmanifest',
    'GET /plaatje/{name}',
    'GET /gewist/{compass_id}',
    'GET /slot',
    'GET /sw.js',
    'GET /tot-ziens',
    'GET /wat-bewaren-we',
    'GET /werk/in',
    'GET /werk/uitnodiging',
    'GET /werk/uitnodiging#{rest:path}',
    'GET /werk/uitnodiging%23{rest:path}',
    'GET /werk/uitnodiging/{rest:path}',
}
"""What anybody may ask for; none of it says anything about a person."""
FOR_OWN_BROWSER = {
    'POST /ik-heb-een-kompas',
    'POST /k',
    'POST /nieuw',
    'POST /slot',
    'POST /slot/eerder',
    'POST /slot/plaatje',
    'POST /taal',
    'POST /tot-ziens',
    'POST /weg',
    'GET /plaatjescode',
    'POST /plaatjescode',
    'GET /slot/eerder',
}
"""What changes only what this browser itself holds, or asks for a key in the form."""
WAYS_IN = {
    'POST /werk/in',
    'POST /werk/sleutel',
    'POST /werk/sleutel/vraag',
    'POST /werk/uit',
    'POST /werk/uitnodiging',
    'GET /werk/terug',
    'POST /werk/terug',
    'POST /werk/terug/sleutel',
    'GET /werk/nog',
    'POST /werk/hier',
    'POST /werk/nog',
    'POST /werk/nog/sleutel',
    'GET /werk/{_:path}',
}
"""Signing in and out: tried one by one in `sign_in`, `test_invitation`, `test_tablet` and `test_still_here`."""
WITH_INVITATION = {
    'GET /werk/welkom',
    'GET /werk/welkom/kies',
    'GET /werk/welkom/wachtwoord',
    'POST /werk/welkom',
    'POST /werk/welkom/sleutel',
    'POST /werk/welkom/sleutel/vraag',
    'POST /werk/welkom/wachtwoord',
}
FOR_WORKERS = {
    'GET /werk',
    'GET /werk/werkbladen',
    'GET /werk/werkblad/{key}.pdf',
    'POST /werk/nieuw',
    'POST /werk/overnemen',
    'POST /werk/tablet',
}
OWN_WAYS_IN = {
    'GET /werk/ik',
    'GET /werk/ik/bewijs',
    'GET /werk/ik/wachtwoord',
    'GET /werk/ik/wachtwoord/app',
    'POST /werk/ik/anderen-uit',
    'POST /werk/ik/bewijs',
    'POST /werk/ik/bewijs/sleutel',
    'POST /werk/ik/gezien',
    'POST /werk/ik/herstelcodes',
    'POST /werk/ik/niet-ik',
    'POST /werk/ik/sleutel',
    'POST /werk/ik/sleutel/naam',
    'POST /werk/ik/sleutel/vraag',
    'POST /werk/ik/sleutel/weg',
    'POST /werk/ik/uit',
    'POST /werk/ik/wachtwoord',
    'POST /werk/ik/wachtwoord/app',
}
"""A worker's own, and nobody else's: `test_ways_in`."""
FOR_COORDINATORS = {
    'GET /werk/logboek',
    'GET /werk/team',
    'POST /werk/team/aan',
    'POST /werk/team/deze-tablet',
    'POST /werk/team/indeling',
    'POST /werk/team/mijn',
    'POST /werk/team/opnieuw',
    'POST /werk/team/overnemen',
    'POST /werk/team/uit',
    'POST /werk/team/uitnodigen',
}
OF_A_COMPASS = {
    'GET /kompas/{compass_id}',
    'GET /kompas/{compass_id}/{_:path}',
    'GET /kompas/{compass_id}/poster.pdf',
    'GET /kompas/{compass_id}/samenvatting.pdf',
    'GET /kompas/{compass_id}/toen-en-nu.pdf',
    'GET /kompas/{compass_id}/boekje.pdf',
    'GET /kompas/{compass_id}/bijlage/{attachment_id}/{size}',
    'PUT /kompas/{compass_id}/bijlage/{attachment_id}',
    'GET /van-wie/{compass_id}',
    'POST /van-wie/{compass_id}',
    'POST /gewist/{compass_id}',
}
OF_THE_FRAMEWORK = ('/_nicegui',)


def tried(one: Stranger, route: str, owner: Person) -> Any:
    method, path = route.split()
    filled = path.format_map(_Filled(compass_id=owner.id, attachment_id='a' * 16, size='tegel', **{'_': 'wens'}))
    fields = ('wie', 'team') if '/team/' in path else ('wie', 'kompas', 'team')
    form = dict.fromkeys(fields, owner.id) if method == 'POST' else None
    return one.http.request(method, filled, data=form, headers={'X-Kompas': '1'})


class _Filled(dict[str, str]):
    """Fills `{name:path}` as well as `{name}`."""

    def __missing__(self, key: str) -> str:
        return self[key.partition(':')[0]]
