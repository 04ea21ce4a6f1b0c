"""Where the pages about a worker's own ways in stand."""

OWN = '/werk/ik'
PROOF = '/werk/ik/bewijs'
PASSWORD = '/werk/ik/wachtwoord'  # noqa: S105  an address
