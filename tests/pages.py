"""Opening pages and sending the forms on them."""

import re

from flask.testing import FlaskClient

PLAN = {
    "title": "Soirée au quartier",
    "date": "2026-11-25",
    "place": "Rue du Progrès",
    "audience": "",
    "expected": "12",
    "minutes": "90",
    "guide": "le-guichet",
    "after_at": "film",
    "questions": ["w_guichet", "s_guichet", "e_attente", "h_humeur", "t_flou"],
    "sequences": ["attente", "porte"],
}


def csrf(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found, page
    return found[1]


def press(client: FlaskClient, page: str, fields: dict[str, object], action: str = ""):
    """Open a page and send the form on it, with its token."""
    token = csrf(client.get(page, follow_redirects=True).text)
    return client.post(action or page, data={**fields, "csrf_token": token}, follow_redirects=True)
