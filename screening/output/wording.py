"""Findings in sentences a person can say aloud: French sentences, through a catalogue (specification, 6.3).

`_` is a `gettext` that takes the sentence and its named values. A group is « ce groupe », never the public;
nothing is said to be caused by the film.
"""

from screening.output import words_told
from screening.output.people import Say, capital, few, identity, listed, out_of, people, toward
from screening.room.questions import LEVELS, SCALE, Question, say
from screening.summary.records import Finding, Paired, Side

_NEARLY_ALL = 0.8
"""From this share on, people who already were on one side are « nearly everyone »."""


def verdict(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> str:
    """Return the sentence on the group's movement, "" when there is nothing to say."""
    if finding.verdict is None:
        return ""
    lower, higher = toward(question, _, language)
    sentences = {
        "too_few": lambda: _("Trop peu de personnes pour parler d’un mouvement du groupe."),
        "kept": lambda: _("La plupart ont gardé leur réponse."),
        "net_up": lambda: _("Mouvement net vers « %(where)s ».", where=higher),
        "net_down": lambda: _("Mouvement net vers « %(where)s ».", where=lower),
        "both_ways": lambda: _("Des mouvements dans les deux sens."),
        "rather_up": lambda: _("Plutôt vers « %(where)s », sans que ce soit net.", where=higher),
        "rather_down": lambda: _("Plutôt vers « %(where)s », sans que ce soit net.", where=lower),
    }
    return sentences[finding.verdict.code]()


def sentence(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> str:
    """Return the sentence to lead with: the verdict, or that nearly everyone was already on that side."""
    kept = finding.verdict is not None and finding.verdict.code == "kept"
    if kept and (told := already(finding, question, _, language)):
        return told
    if kept and finding.paired and finding.paired.up == finding.paired.down == 0:
        return _("Personne n’a changé de réponse.")
    return verdict(finding, question, _, language)


def already(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> str:
    """Return « x personnes sur n étaient déjà d’accord avant » where that is nearly everyone, else ""."""
    side = finding.before
    if question.kind != "scale" or side is None or not side.counts:
        return ""
    counts = {value: n for value, n in side.counts if isinstance(n, int)}
    n = sum(counts.get(level, 0) for level in SCALE)
    for levels, agree in ((SCALE[3:], True), (SCALE[:2], False)):
        there = sum(counts.get(level, 0) for level in levels)
        if n and there >= _NEARLY_ALL * n:
            return _already_there(out_of(there, n, _), question, levels, agree, _, language)
    return ""


def _already_there(
    who: str, question: Question, levels: tuple[str, ...], agree: bool, _: Say, language: str
) -> str:
    if not question.labels or "accord" in question.labels[-1].get("fr", ""):
        if agree:
            return _("%(who)s étaient déjà d’accord avant.", who=who)
        return _("%(who)s n’étaient déjà pas d’accord avant.", who=who)
    one, other = (say(question.labels[int(level) - 1], language) for level in levels)
    return _("%(who)s répondaient déjà « %(one)s » ou « %(other)s » avant.", who=who, one=one, other=other)


def lines(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return the sentences that tell a finding, the most important first."""
    return [*answered(finding, question, _), *results(finding, question, _, language)]


def results(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return what was found, without how many answered."""
    if finding.gate == "hidden":
        return [few(finding.minimum, _)]
    told = _remarks(finding, question, _)
    if finding.gate == "side_by_side" and finding.kind in {"words", *LEVELS}:
        told.append(side_by_side(_))
    told += movements(finding, question, _, language)
    told += words_told.words_kept(finding.paired, _) if finding.paired else []
    told += words_told.most_shared(finding, question, _, language)
    if finding.kind == "words" and finding.paired and not finding.paired.words:
        told.append(_("Qui a gardé ou changé quel mot n’est pas montré : on pourrait reconnaître quelqu’un."))
    told += positions(finding, _)
    told += words_told.others(finding, question, _)
    return told


def side_by_side(_: Say = identity) -> str:
    """Return that too few people answered twice to be compared one by one."""
    return _("Trop peu de personnes ont répondu aux deux moments pour comparer personne par personne.")


def movements(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return the sentences on what the paired people did, none where that is not shown."""
    if finding.paired is None:
        return []
    ways = toward(question, _, language)
    return [
        *_moves(finding.paired, finding.n_paired, ways, _),
        *words_told.word_moves(finding.paired, finding.n_paired, _),
    ]


def balance(finding: Finding, question: Question, _: Say = identity, language: str = "fr") -> list[str]:
    """Return how many went the way the verdict names, and how many the other; none where not shown."""
    if finding.paired is None or finding.paired.up is None or finding.paired.down is None:
        return []
    code = finding.verdict.code if finding.verdict else ""
    up, down = (out_of(cell, finding.n_paired, _) for cell in (finding.paired.up, finding.paired.down))
    if code in {"net_up", "rather_up"}:
        return [_("%(many)s dans ce sens ; %(few)s dans l’autre.", many=capital(up), few=down)]
    if code in {"net_down", "rather_down"}:
        return [_("%(many)s dans ce sens ; %(few)s dans l’autre.", many=capital(down), few=up)]
    return (
        _moves(finding.paired, finding.n_paired, toward(question, _, language), _)
        if code == "both_ways"
        else []
    )


def answered(finding: Finding, question: Question, _: Say = identity) -> list[str]:
    """Return how many answered when; nothing of a question that is hidden."""
    if finding.gate == "hidden":
        return []
    before, after = people(finding.n_before, _), people(finding.n_after, _)
    if question.moments == ("after",):
        return [_("Réponses après : %(after)s.", after=after)]
    if question.moments == ("before",):
        return [_("Réponses avant : %(before)s.", before=before)]
    told = _("Avant : %(before)s ; après : %(after)s.", before=before, after=after)
    if question.kind == "text":
        return [told]
    # « Je ne sais pas » is an answer, but no position: more people may have answered twice.
    both = people(finding.n_paired, _) if finding.n_paired else _("aucune personne")
    return [told + " " + _("Ont pris position aux deux moments : %(both)s.", both=both)]


def _remarks(finding: Finding, question: Question, _: Say) -> list[str]:
    """Return what must be known of a drawing, or of there being none."""
    told = []
    if len(question.moments) > 1 and None in (finding.before, finding.after):
        told.append(
            _(
                "Un moment avec moins de %(n)s réponses n’est pas montré, pour protéger chacune.",
                n=finding.minimum,
            )
        )
    else:
        told += drawn_twice(finding, _)
    hidden = withheld(finding, _)
    told += hidden
    if finding.kind == "choice" and question.most != 1 and not hidden:
        told.append(_("Plusieurs réponses étaient possibles."))
    return told


def undrawn(
    finding: Finding, question: Question, both: bool, _: Say = identity, language: str = "fr"
) -> list[str]:
    """Return what stands where nothing may be drawn: why, and once `both` moments are shown, who moved."""
    if finding.gate == "hidden":
        return [few(finding.minimum, _)]
    moved = movements(finding, question, _, language) if both else []
    return [*_remarks(finding, question, _), *moved] or answered(finding, question, _)


def drawn_twice(finding: Finding, _: Say = identity) -> list[str]:
    """Return that a drawing holds fewer people than answered, none where it holds all of them."""
    if not (finding.before and finding.before.paired_only):
        return []
    return [_("Le dessin montre les personnes qui ont répondu aux deux moments.")]


def withheld(finding: Finding, _: Say = identity) -> list[str]:
    """Return why answers are not drawn, or a word is not named, where they would tell who moved."""
    if finding.withheld:
        return [_("Tous les mots ne sont pas montrés : on devinerait la réponse d’une ou deux personnes.")]
    sides = [side for side in (finding.before, finding.after) if side]
    drawn = not sides or finding.kind not in {"choice", *LEVELS} or any(side.counts for side in sides)
    return [] if drawn else [_("Pas de dessin ici : on devinerait la réponse d’une ou deux personnes.")]


def _moves(paired: Paired, n: int, ways: tuple[str, str], _: Say) -> list[str]:
    if paired.up is None and paired.down is None and paired.net is None:
        return []
    if paired.up == paired.down == 0:
        return []
    lower, higher = ways
    if paired.up is None and paired.down is None and paired.net is not None:
        if paired.net == 0:
            return [_("Au total, autant de personnes vers un côté que vers l’autre.")]
        return [_more_one_way(abs(paired.net), higher if paired.net > 0 else lower, _)]
    parts = [
        _("vers « %(where)s » : %(who)s", who=listed(cell, n, _), where=where)
        for cell, where in ((paired.up, higher), (paired.down, lower))
        if cell is not None
    ]
    if paired.same is not None:
        parts.append(_("même réponse : %(who)s", who=listed(paired.same, n, _)))
    elif None in (paired.up, paired.down):
        parts.append(_("les autres : dans l’autre sens, ou même réponse"))
    elif paired.rest:
        rest = _("la plupart") if paired.rest == "most" else _("les autres")
        parts.append(_("même réponse : %(who)s", who=rest))
    told = _(" ; ").join(parts) + "."
    return [capital(told)]


def _more_one_way(n: int, where: str, _: Say) -> str:
    if n == 1:
        return _(
            "Au total, une personne de plus a bougé vers « %(where)s » que dans l’autre sens.", where=where
        )
    return _(
        "Au total, %(n)s personnes de plus ont bougé vers « %(where)s » que dans l’autre sens.",
        n=n,
        where=where,
    )


def positions(finding: Finding, _: Say = identity) -> list[str]:
    """Return how many estimates of each moment stand below, within and above the range of the sources."""
    sides = (("before", finding.before), ("after", finding.after))
    return [line for moment, side in sides if side for line in _position(moment, side, _)]


def _position(moment: str, side: Side, _: Say) -> list[str]:
    if side.position is None:
        return []
    below, within, above = (out_of(cell, side.n, _) for cell in side.position)
    when = _("Avant") if moment == "before" else _("Après")
    return [
        _(
            "%(when)s, sous le repère : %(below)s ; dedans : %(within)s ; au-dessus : %(above)s.",
            when=when,
            below=below,
            within=within,
            above=above,
        )
    ]
