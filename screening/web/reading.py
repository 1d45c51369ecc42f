"""How a person reads: usual or plain wording, chosen in one tap and kept like the language."""

from flask import Flask, Response, g, request

from screening.i18n import SOURCE, language
from screening.room.questions import Question, Texts, say
from screening.room.speech import spoken

_COOKIE = "plain"
_YES_NO = ("0", "1")


def choose(remembered: bool = True) -> None:
    """Find whether questions are shown in plain wording: as chosen just now, or before."""
    wanted = request.args.get("plain") or (request.cookies.get(_COOKIE) if remembered else "")
    g.plain = wanted == "1"


def keep(response: Response) -> Response:
    """Remember a choice that was just made."""
    if request.args.get("plain") in _YES_NO:
        response.set_cookie(_COOKIE, request.args["plain"], path="/r/", httponly=True, samesite="Lax")
    return response


def plain() -> bool:
    """Tell whether the present page asks in plain words."""
    return bool(g.get("plain", False))


def in_address() -> dict[str, str]:
    """Return the choices that this request's address makes, for links that must keep them."""
    return {name: value for name in ("lang", "plain") if (value := request.args.get(name))}


def wording(question: Question) -> Texts:
    """Return a question as it is shown; plain wording only where the person's language has it."""
    return question.plain if plain() and language() in question.plain else question.wording


def said(question: Question) -> str:
    """Return what a voice should say for a question, where that is not what stands there; else ""."""
    if language() != SOURCE:
        return ""
    texts = [wording(question), question.help, *question.labels, *(o.label for o in question.options)]
    written = ". ".join(text for texts_ in texts if (text := say(texts_).rstrip(".")))
    return full if (full := spoken(written)) != written else ""


def init(app: Flask) -> None:
    """Give templates what they need to ask a question."""
    app.jinja_env.globals["wording"] = wording
    app.jinja_env.globals["plain_words"] = plain
    app.jinja_env.globals["chosen_in_address"] = in_address
    app.jinja_env.globals["said"] = said
