"""A passkey in software: makes key pairs and signs as a phone does, and lies when a test asks it to."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

USER_PRESENT, USER_VERIFIED, ATTESTED = 0x01, 0x04, 0x40
ES256 = -7


@dataclass
class Authenticator:
    """One passkey in one device. What is set on it is what it tells, true or not."""

    counter: int = 0
    """What it says it was used before; -1 for a device that does not count."""
    verified: bool = True
    """Whether a finger or a PIN was asked."""
    present: bool = True
    attestation: str = 'none'
    site: str = ''
    """A site to sign for instead of the one that asks."""
    cross_origin: bool = False
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    user_handle: bytes = b''

    def __post_init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())

    @property
    def id(self) -> str:
        """The id of the passkey, base64url."""
        return bytes_to_base64url(self.credential_id)

    def register(self, options: str, origin: str) -> str:
        """What `navigator.credentials.create` answers, as JSON."""
        asked = json.loads(options)
        self.user_handle = base64url_to_bytes(asked['user']['id'])
        client_data = self._client_data('webauthn.create', asked['challenge'], origin)
        data = self._authenticator_data(asked['rp']['id'], ATTESTED) + self._attested()
        statement = {'alg': ES256, 'sig': self._sign(data, client_data)} if self.attestation == 'packed' else {}
        attestation = cbor2.dumps({'fmt': self.attestation, 'attStmt': statement, 'authData': data})
        return self._answer(client_data, {'attestationObject': bytes_to_base64url(attestation)})

    def sign_in(self, options: str, origin: str) -> str:
        """What `navigator.credentials.get` answers, as JSON."""
        asked = json.loads(options)
        client_data = self._client_data('webauthn.get', asked['challenge'], origin)
        data = self._authenticator_data(asked['rpId'])
        signed = {
            'authenticatorData': bytes_to_base64url(data),
            'signature': bytes_to_base64url(self._sign(data, client_data)),
            'userHandle': bytes_to_base64url(self.user_handle),
        }
        return self._answer(client_data, signed)

    def _answer(self, client_data: bytes, response: dict[str, Any]) -> str:
        response['clientDataJSON'] = bytes_to_base64url(client_data)
        return json.dumps({'id': self.id, 'rawId': self.id, 'type': 'public-key', 'response': response})

    def _client_data(self, kind: str, challenge: str, origin: str) -> bytes:
        told = {'type': kind, 'challenge': challenge, 'origin': origin, 'crossOrigin': self.cross_origin}
        return json.dumps(told).encode()

    def _authenticator_data(self, site: str, flags: int = 0) -> bytes:
        self.counter += 1 if self.counter >= 0 else 0
        flags |= (USER_PRESENT if self.present else 0) | (USER_VERIFIED if self.verified else 0)
        site_hash = hashlib.sha256((self.site or site).encode()).digest()
        return site_hash + bytes([flags]) + max(self.counter, 0).to_bytes(4, 'big')

    def _attested(self) -> bytes:
        return bytes(16) + len(self.credential_id).to_bytes(2, 'big') + self.credential_id + self._public_key()

    def _public_key(self) -> bytes:
        point = self._private.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: ES256, -1: 1, -2: point.x.to_bytes(32, 'big'), -3: point.y.to_bytes(32, 'big')})

    def _sign(self, data: bytes, client_data: bytes) -> bytes:
        return self._private.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
