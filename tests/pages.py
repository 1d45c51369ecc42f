"""Opening pages and sending the forms on them."""

import re

from flask.testing import FlaskClient


def csrf(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found, page
    return found[1]


def press(client: FlaskClient, page: str, fields: dict[str, object], action: str = ""):
    """Open a page and send the form on it, with its token."""
    token = csrf(client.get(page, follow_redirects=True).text)
    return client.post(action or page, data={**fields, "csrf_token": token}, follow_redirects=True)
