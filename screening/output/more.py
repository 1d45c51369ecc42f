"""« More »: the figures behind a finding, each in a sentence that says what it is and its method's name."""

from screening.output.people import Say, identity
from screening.room.questions import Question, say
from screening.summary.details import Share, details
from screening.summary.intervals import Interval
from screening.summary.records import Finding


def more(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return the sentences of « more », none where a finding shows nothing to compute them from."""
    found = details(finding)
    told = []
    where = say(question.toward_high, language) or _("plus")
    if found.exact_p is not None and found.mid_p is not None:
        told.append(_chance(found.exact_p, found.mid_p, _, language))
    if found.tango is not None:
        low, high = (_signed(100 * bound) for bound in found.tango)
        told.append(
            _(
                "Écart net vers « %(where)s », rapporté à 100 personnes : entre %(low)s et %(high)s "
                "(intervalle de Tango à 95 %%).",
                where=where,
                low=low,
                high=high,
            )
        )
    if found.newcombe is not None:
        told.append(_change(found.newcombe, question, _, language))
    if found.superiority is not None:
        told.append(
            _(
                "Indice PS : %(ps)s (part des personnes allées vers « %(where)s », celles qui n’ont pas "
                "bougé comptant pour moitié ; 0,5 veut dire équilibre).",
                ps=_decimal(found.superiority, language),
                where=where,
            )
        )
    for when, share in ((_("Avant"), found.before), (_("Après"), found.after)):
        if share is not None:
            told.append(_alone(when, share, question, _, language))
    return told


def _chance(exact: float, mid: float, _: Say, language: str) -> str:
    """Say the exact p in numbers of times out of a hundred, and beside it the mid-p that decides."""
    times = round(100 * exact)
    how_often = _("moins d’une fois sur 100") if times < 1 else _("%(n)s fois sur 100", n=times)
    return _(
        "Si chaque personne qui a changé de réponse avait tiré son sens à pile ou face, un écart au moins "
        "aussi grand arriverait %(often)s (test exact de McNemar et des signes ; ce bilan décide par le "
        "mid-p, %(p)s).",
        often=how_often,
        p="< " + _decimal(0.001, language, 3) if mid < 0.001 else _decimal(mid, language, 3),
    )


def _change(interval: Interval, question: Question, _: Say, language: str) -> str:
    low, high = (_signed(100 * bound) for bound in interval)
    return _(
        "Part des réponses %(side)s, après moins avant, rapportée à 100 personnes : entre %(low)s et "
        "%(high)s (intervalle de Newcombe, méthode 10, à 95 %%).",
        side=_high_side(question, language),
        low=low,
        high=high,
    )


def _alone(when: str, share: Share, question: Question, _: Say, language: str) -> str:
    low, high = (round(share.n * bound) for bound in share.interval)
    return _(
        "%(when)s, à part : %(x)s sur %(n)s ont répondu %(side)s ; dans des groupes semblables, ce serait "
        "entre %(low)s et %(high)s sur %(n)s (intervalle de Wilson à 95 %%).",
        when=when,
        x=share.x,
        n=share.n,
        side=_high_side(question, language),
        low=low,
        high=high,
    )


def _high_side(question: Question, language: str) -> str:
    """Return the two highest points of a scale, as they were asked."""
    if not question.labels:
        return "4–5"
    return " / ".join(f"« {say(label, language)} »" for label in question.labels[3:])


def _decimal(x: float, language: str, places: int = 2) -> str:
    text = f"{x:.{places}f}"
    return text if language == "en" else text.replace(".", ",")


def _signed(x: float) -> str:
    n = round(x)
    return f"+{n}" if n > 0 else f"−{-n}" if n < 0 else "0"
