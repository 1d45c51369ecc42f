"""QR codes as SVG, black on white with their quiet zone, in every theme and in print."""

import base64

import qrcode
from qrcode.image.svg import SvgPathImage

_QUIET_ZONE = 4
_RESERVED = str.maketrans({character: f"\\{character}" for character in '\\;,":'})


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


def wifi_text(name: str, password: str) -> str:
    """Return what a QR code says for phones to join a Wi-Fi, as ZXing laid it down and cameras read it."""
    escaped = name.translate(_RESERVED)
    if not password:
        return f"WIFI:T:nopass;S:{escaped};;"
    return f"WIFI:T:WPA;S:{escaped};P:{password.translate(_RESERVED)};;"
