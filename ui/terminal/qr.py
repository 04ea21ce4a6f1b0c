"""A QR code for the terminal, drawn with blocks."""

from io import StringIO

from qrcode.main import QRCode


def lines(address: str) -> list[str]:
    """The lines of a code that a phone can scan from a dark terminal."""
    code = QRCode(border=2)
    code.add_data(address)
    drawn = StringIO()
    code.print_ascii(drawn, invert=True)
    return drawn.getvalue().splitlines()
