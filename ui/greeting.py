"""What the terminal says when the server stands: its addresses, and a QR code of the one for a phone."""

from qrcode.main import QRCode

from model.settings import Settings


def greet(settings: Settings) -> None:
    """Print the addresses, and a QR code that a phone on the same network can scan."""
    print(f'Krachtkompas is ready:\n  here     http://localhost:{settings.port}\n  a phone  {settings.address}')
    code = QRCode(border=2)
    code.add_data(settings.address)
    code.print_ascii(invert=True)
