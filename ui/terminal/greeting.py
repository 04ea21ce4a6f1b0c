"""What the terminal says when the server stands: its addresses, and a QR code of the one for a phone."""

from model.settings import Settings
from ui.terminal import qr


def greet(settings: Settings, invitation: str | None) -> None:
    """Print the addresses, a QR code that a phone on the same network can scan, and the first invitation, if any."""
    print(f'Krachtkompas is ready:\n  here     http://localhost:{settings.port}\n  a phone  {settings.address}')
    print('\n'.join(qr.lines(settings.address)))
    if invitation is not None:
        print('Nobody can sign in as a worker yet. The first one, a coordinator, opens this within a week:')
        print(f'  {invitation}', flush=True)
