"""Passkeys: what a browser is asked, and whether its answer is good."""

from collections import OrderedDict
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_client_data_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from model.workers.worker import Passkey, Worker

NAME = 'Krachtkompas'
CHALLENGE_KEPT = timedelta(minutes=5)
CHALLENGES = 5000
"""How many questions may be open at once; the oldest is forgotten first."""
ANSWER_LENGTH = 20_000


class NoPasskeysHere(ValueError):
    """Browsers have passkeys only at https addresses with a name, and on localhost."""


class BadPasskey(ValueError):
    """The answer is wrong, late, used before, for another site or question, or no answer at all."""


class Challenges:
    """Questions that were asked and not answered yet: each is answered once, and soon."""

    def __init__(self) -> None:
        self._open: OrderedDict[bytes, tuple[str, datetime]] = OrderedDict()

    def ask(self, purpose: str, challenge: bytes, now: datetime) -> None:
        """Remember a question, and what for."""
        while len(self._open) >= CHALLENGES:
            self._open.popitem(last=False)
        self._open[challenge] = (purpose, now)

    def take(self, purpose: str, challenge: bytes, now: datetime) -> None:
        """The question is being answered, right or wrong: no second time. Raises `BadPasskey`."""
        asked_for, asked = self._open.pop(challenge, ('', now))
        if asked_for != purpose or now - asked > CHALLENGE_KEPT:
            raise BadPasskey


class Passkeys:
    """Asks browsers for passkeys. `origin` is one that the caller checked, such as `https://kompas.example`."""

    def __init__(self) -> None:
        # apart, so that strangers who ask to sign in make nobody's registration be forgotten
        self._signing_in, self._registering = Challenges(), Challenges()

    def registration_options(self, worker: Worker, origin: str, now: datetime) -> str:
        """What `navigator.credentials.create` is called with, as JSON. Raises `NoPasskeysHere`."""
        site = site_of(origin)
        held = [passkey.id for passkey in worker.passkeys if passkey.site == site]
        options = webauthn.generate_registration_options(
            rp_id=site,
            rp_name=NAME,
            user_id=worker.id.encode(),
            user_name=worker.login or worker.name or NAME,
            user_display_name=worker.name,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in held],
        )
        self._registering.ask(worker.id, options.challenge, now)
        return webauthn.options_to_json(options)

    def registered(self, worker_id: str, answer: str, origin: str, now: datetime) -> Passkey:
        """The passkey that was made for this worker; the caller adds it. Raises `BadPasskey`, `NoPasskeysHere`."""
        site = site_of(origin)
        try:
            credential = webauthn.helpers.parse_registration_credential_json(_capped(answer))
            challenge = _challenge(credential.response.client_data_json)
            self._registering.take(worker_id, challenge, now)
            made = webauthn.verify_registration_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=site,
                expected_origin=origin,
                require_user_verification=True,
            )
            return Passkey(
                id=bytes_to_base64url(made.credential_id),
                public_key=bytes_to_base64url(made.credential_public_key),
                counter=made.sign_count,
                site=site,
                made=now,
            )
        except Exception as error:  # whatever a stranger sends: parsers raise many things
            raise BadPasskey from error

    def options(self, origin: str, now: datetime) -> str:
        """What `navigator.credentials.get` is called with, as JSON; it names nobody. Raises `NoPasskeysHere`."""
        options = webauthn.generate_authentication_options(
            rp_id=site_of(origin), user_verification=UserVerificationRequirement.REQUIRED
        )
        self._signing_in.ask('sign in', options.challenge, now)
        return webauthn.options_to_json(options)

    def credential_id(self, answer: str) -> str:
        """The id of the passkey that an answer says it is of. Raises `BadPasskey`."""
        try:
            return webauthn.helpers.parse_authentication_credential_json(_capped(answer)).id
        except Exception as error:
            raise BadPasskey from error

    def verify(self, worker: Worker | None, answer: str, origin: str, now: datetime) -> int:
        """How often the passkey says it was used, when the answer is this worker's.

        Raises `BadPasskey`, also for None: the question is used up all the same; and `NoPasskeysHere`.
        """
        site = site_of(origin)
        try:
            credential = webauthn.helpers.parse_authentication_credential_json(_capped(answer))
            challenge = _challenge(credential.response.client_data_json)
            self._signing_in.take('sign in', challenge, now)
            if worker is None or credential.response.user_handle != worker.id.encode():
                raise BadPasskey
            passkey = worker.passkey(credential.id)
            if passkey.site != site:
                raise BadPasskey
            return webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=site,
                expected_origin=origin,
                credential_public_key=base64url_to_bytes(passkey.public_key),
                credential_current_sign_count=passkey.counter,
                require_user_verification=True,
            ).new_sign_count
        except Exception as error:
            raise BadPasskey from error


def site_of(origin: str) -> str:
    """The host name passkeys are made for at an origin. Raises `NoPasskeysHere`."""
    try:
        address = urlsplit(origin)
        host = address.hostname or ''
    except ValueError:
        raise NoPasskeysHere(origin) from None
    if host == 'localhost' and address.scheme in {'http', 'https'}:
        return host
    if address.scheme != 'https' or not host or _is_number(host):
        raise NoPasskeysHere(origin)
    return host


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _capped(answer: str) -> str:
    if len(answer) > ANSWER_LENGTH:
        raise BadPasskey
    return answer


def _challenge(client_data: bytes) -> bytes:
    """The question an answer is to, when the page that asked is not inside another one. Raises `BadPasskey`."""
    data = parse_client_data_json(client_data)
    if data.cross_origin:
        raise BadPasskey
    return data.challenge
