"""An evening brought to where a test begins, and a second person who signs in."""

from pages import press

from screening.store.links import Links


def answered(evening, n: int, texts: bool = True) -> list:
    """Bring a room of n phones to the debate, both moments closed."""
    phones = [evening.phone() for _ in range(n)]
    evening.go("preparing")
    for i, phone in enumerate(phones):
        evening.answer(phone, "before", q_s_guichet=str(1 + i % 3), q_w_guichet_1="file")
    evening.go("before", "film")
    for i, phone in enumerate(phones):
        written = {"q_t_flou": f"Texte {i}"} if texts else {}
        evening.answer(phone, "after", q_s_guichet="5", q_w_guichet_1="écran", **written)
    evening.go("after")
    evening.press("grace")
    return phones


def room_id(evening) -> str:
    return evening.url.strip("/").split("/")[-1]


def known(evening):
    return evening.app.extensions["screening"]


def wall(evening) -> str:
    return evening.client.get(f"/projector/{evening.code}/screen").text


def console(evening) -> str:
    return evening.client.get(evening.url).text


def colleague(app, organiser: bool = False):
    links = Links(app.extensions["screening"].library.path)
    links.join(links.invite("Lou", True, organiser), "Lou", "lou", "un long mot", "fr")
    client = app.test_client()
    press(client, "/sign-in", {"sign_in": "lou", "password": "un long mot"})
    return client
