"""An evening brought to where a test begins."""


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
