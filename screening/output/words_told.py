"""What is told of words, and of options: which arrive, fade, come back, and are shared most."""

from screening.output.people import Say, identity, out_of
from screening.room.questions import Question, say
from screening.summary.records import Finding, Paired, WordMove
from screening.summary.words import LISTED

_MOST_WORDS = 5


def word_moves(paired: Paired, n: int, _: Say) -> list[str]:
    """Return at most five words that arrive or fade, with their people where these may be shown."""
    return [_word_move(move, n, _) for move in paired.words if move.flag][:_MOST_WORDS]


def _word_move(move: WordMove, n: int, _: Say) -> str:
    arrives = move.flag == "arrives"
    cell = move.came if arrives else move.left
    if cell is None and arrives:
        return _("« %(word)s » arrive.", word=move.word)
    if cell is None:
        return _("« %(word)s » s’efface.", word=move.word)
    who = out_of(cell, n, _)
    if arrives:
        return _("« %(word)s » arrive : donné après seulement par %(who)s.", word=move.word, who=who)
    return _("« %(word)s » s’efface : donné avant seulement par %(who)s.", word=move.word, who=who)


def words_kept(paired: Paired, _: Say) -> list[str]:
    """Return how many of the words given before came back, none where that is not shown."""
    if paired.words_kept is None or not paired.words_given:
        return []
    kept = _("Mots gardés : %(kept)s sur %(given)s.", kept=paired.words_kept, given=paired.words_given)
    if paired.words_compared < 2:
        return [kept]
    return [kept + " " + _("Parmi %(m)s mots comparés.", m=paired.words_compared)]


def most_shared(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return the word or the option most people gave at each moment, without comparing them.

    None where a word is withheld: it may be that one.
    """
    if finding.kind not in {"words", "choice"} or finding.withheld:
        return []
    options = {option.id: say(option.label, language) for option in question.options}
    told = []
    for moment, side in (("before", finding.before), ("after", finding.after)):
        given = [(value, n) for value, n in side.counts if isinstance(n, int)] if side else []
        most = max((n for _value, n in given), default=0)
        if side is None or most < LISTED:
            continue
        first = [_("« %(text)s »", text=options.get(value, value)) for value, n in given if n == most]
        when, who = _("Avant") if moment == "before" else _("Après"), out_of(most, side.n, _)
        told.append(_shared(finding.kind, when, first, who, _))
    return told


def _shared(kind: str, when: str, first: list[str], who: str, _: Say) -> str:
    known = {"when": when, "words": ", ".join(first), "who": who}
    if len(first) > 1:
        return _("%(when)s, en tête : %(words)s, %(who)s à chaque fois.", **known)
    if kind == "words":
        return _("%(when)s, le mot le plus partagé : %(words)s, %(who)s.", **known)
    return _("%(when)s, le plus choisi : %(words)s, %(who)s.", **known)


def others(finding: Finding, question: Question, _: Say) -> list[str]:
    """Return how many different words are counted together."""
    many = [side.others if side else 0 for side in (finding.before, finding.after)]
    if question.kind != "words" or not any(many) or None in (finding.before, finding.after):
        return []
    return [
        _(
            "Autres mots différents, comptés ensemble : %(before)s avant, %(after)s après.",
            before=many[0],
            after=many[1],
        )
    ]
