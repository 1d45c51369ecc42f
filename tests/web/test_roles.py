"""roles.md says who may open and do what; a route without a row fails."""

from pathlib import Path

from pages import press
from routes import ROLES, Town, settle

from screening.store.database import reading

TABLE = Path(__file__).with_name("roles.md")
OWN_NONCE = {"participants.answer", "shared.answer"}
LOOKS_UP = "shared.go_on"
"""Takes a ticket's code and stores nothing."""
WORDS = {200: "page", 403: "barred", 404: "none", 400: "kept", 409: "kept", 410: "gone"}


def rows() -> dict[tuple[str, str], list[str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {(name, method): outcomes for name, method, *outcomes in cells}


def tried(town: Town, endpoint: str, method: str, role: str) -> str:
    town.refresh(endpoint)
    data = {"csrf_token": town.token(role)} if method == "POST" else None
    client = town.again(role)
    response = client.open(town.url(endpoint), method=method, data=data, buffered=True)
    if response.location:
        return "in" if response.location.startswith("/sign-in") else "go"
    return WORDS.get(response.status_code, str(response.status_code))


def test_every_row_is_a_route(town):
    assert set(rows()) <= set(town.routes())


def everything(town: Town) -> dict[str, list[str]]:
    known = town.app.extensions["screening"]
    contents = {}
    for path in [known.library.path, *sorted(known.rooms.folder.glob("*.db"))]:
        with reading(path) as db:
            contents[path.name] = list(db.conn.iterdump())
    return contents


def test_opening_pages_changes_nothing_for_any_reader(town):
    before = everything(town)
    for endpoint, method in town.routes():
        if method == "GET":
            for role in ROLES:
                town.again(role).get(town.url(endpoint), buffered=True)
    assert everything(town) == before


def test_no_form_is_taken_without_its_token(town):
    """Flask-WTF's token for facilitators and organisers, the nonce of the room for participants."""
    before = everything(town)
    for endpoint, method in town.routes():
        if method == "GET":
            continue
        for role in ROLES:
            sent = {"q_s_guichet": "4", "typed": "y", "from": "before", "present": "3", "name": "x"}
            for data in (sent, {**sent, "csrf_token": "forged", "nonce": "before.1.2"}):
                response = town.again(role).open(town.url(endpoint), method=method, data=data)
                refused = {409} if endpoint in OWN_NONCE else {303, 400} if endpoint == LOOKS_UP else {400}
                assert response.status_code in refused, endpoint
    assert everything(town) == before


def test_every_route_does_what_its_row_says_for_each_reader(town):
    """The last test here: the forms that delete are pressed too."""
    wanted, wrong = rows(), []
    for endpoint, method in town.routes():
        found = [tried(town, endpoint, method, role) for role in ROLES]
        if found != wanted.get((endpoint, method)):
            wrong.append(f"| {endpoint} | {method} | {' | '.join(found)} |")
    assert not wrong, "roles.md says otherwise, or nothing; found:\n" + "\n".join(wrong)


def test_an_organiser_deletes_what_is_sealed_and_never_an_open_room(app):
    town = settle(app)
    token = {"csrf_token": town.token("organiser")}
    client = town.clients["organiser"]
    for screening, outcome in ((town.values["screening_id"], 404), (town.sealed, 303)):
        assert client.post(f"/screenings/{screening}/delete/", data=token).status_code == outcome


def test_a_rehearsal_is_deleted_by_whoever_made_it(app):
    town = settle(app)
    made = press(town.clients["owner"], "/screenings/", {"alone": "1"}, "/screenings/rehearse").request.path
    for role, outcome in (("other", 404), ("organiser", 404), ("owner", 303)):
        token = {"csrf_token": town.token(role)}
        assert town.clients[role].post(f"{made}delete-rehearsal", data=token).status_code == outcome
