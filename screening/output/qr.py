"""QR codes as SVG, black on white with their quiet zone, in every theme and in print."""

import base64

import qrcode
from qrcode.image.svg import SvgPathImage

_QUIET_ZONE = 4


class _OnWhite(SvgPathImage):
    """A path image with the white ground that dark pages would take away."""

    background = "white"


def qr_svg(text: str) -> str:
    """Return the QR code of a text as an SVG document with a quiet zone of four modules."""
    code = qrcode.QRCode(border=_QUIET_ZONE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    image = code.make_image(image_factory=_OnWhite)
    return str(image.to_string(encoding="unicode"))


def qr_data(text: str) -> str:
    """Return the QR code of a text as the address of an image that lies in the page itself, for print."""
    return "data:image/svg+xml;base64," + base64.b64encode(qr_svg(text).encode()).decode()
