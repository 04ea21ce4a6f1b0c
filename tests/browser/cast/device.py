"""A device with passkeys that Chromium pretends to have."""

from base64 import b64encode
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.browser.cast.person import Person


class Device:
    """A phone of which the finger or the PIN is right, until told otherwise."""

    def __init__(self, person: Person) -> None:
        self._line = person.page.context.new_cdp_session(person.page)
        self._line.send('WebAuthn.enable')
        self._id = self._asks('addVirtualAuthenticator', options=KINDS)['authenticatorId']

    def knows_the_finger(self, known: bool) -> None:
        self._asks('setUserVerified', authenticatorId=self._id, isUserVerified=known)

    def forgets(self) -> None:
        self._asks('clearCredentials', authenticatorId=self._id)

    def gets_a_passkey_of_nobody(self) -> None:
        private = ec.generate_private_key(ec.SECP256R1()).private_bytes(
            Encoding.DER, PrivateFormat.PKCS8, NoEncryption()
        )
        passkey: dict[str, Any] = {'rpId': 'localhost', 'isResidentCredential': True, 'signCount': 1}
        passkey |= {
            'credentialId': written(b'x' * 16),
            'userHandle': written(b'y' * 16),
            'privateKey': written(private),
        }
        self._asks('addCredential', authenticatorId=self._id, credential=passkey)

    @property
    def passkeys(self) -> Any:
        return self._asks('getCredentials', authenticatorId=self._id)['credentials']

    def _asks(self, what: str, **how: Any) -> Any:
        return self._line.send(f'WebAuthn.{what}', how)


def written(content: bytes) -> str:
    return b64encode(content).decode()


KINDS = {
    'protocol': 'ctap2',
    'transport': 'internal',
    'hasResidentKey': True,
    'hasUserVerification': True,
    'isUserVerified': True,
    'automaticPresenceSimulation': True,
}
