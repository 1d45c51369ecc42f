"""Several screenings together, as it is read: what they add up to, and each of them small, by date."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from screening.output import wording, words_told
from screening.output.charts import Drawing, Layout, drawings, two_widths
from screening.output.charts.shapes import Subject, Table
from screening.output.charts.small import columns, count_cells, draw_rows, draw_small, largest
from screening.output.people import Say, few, identity, people
from screening.room.questions import LEVELS, MOMENTS, Question, say
from screening.summary.gates import SMALL
from screening.summary.pooled import Pooled
from screening.summary.records import Finding

WORDS_DRAWN, WORDS_LISTED, FIRST = 12, 40, 3
HALF = Layout(width=460, font=16, bar=22, most=WORDS_DRAWN, height=0, narrows=True)
"""Half a page of a screen."""


@dataclass(frozen=True)
class PooledSection:
    """What is told of one question over several screenings."""

    title: str
    control: bool
    facts: str
    sentence: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    words: Table | None = None


@dataclass(frozen=True)
class Place:
    """A screening among others: its id, « 25 nov. 2026, Molenbeek », what it shows."""

    id: str
    name: str
    finding: Finding


@dataclass(frozen=True)
class Small:
    """One screening, drawn small or told in a few words."""

    id: str
    name: str
    drawing: Drawing | None
    lines: tuple[str, ...]


def pooled_section(
    pooled: Pooled, name: str, language: str = "fr", _: Say = identity, layout: Layout = HALF
) -> PooledSection:
    """Return what is told of a pool; `name` tells its drawings from others on the page."""
    question, finding = pooled.question, pooled.finding
    told = _words_as_sides(pooled) if question.kind == "words" else finding

    def draw(width: Layout) -> tuple[Drawing, ...]:
        drawn = _drawn(told, question, language, width, _)
        return tuple(replace(each, id=f"{name}-{n}") for n, each in enumerate(drawn))

    return PooledSection(
        title=say(question.wording, language),
        control=question.control,
        facts=_facts(pooled, _),
        sentence=wording.sentence(finding, question, _, language),
        lines=tuple(_lines(pooled, _, language)),
        drawings=two_widths(draw, layout),
        words=_words(pooled, _) if pooled.words else None,
    )


def _drawn(
    finding: Finding, question: Question, language: str, layout: Layout, _: Say
) -> tuple[Drawing, ...]:
    """Return the drawings of a pool; hundreds of estimates stand as columns, not as a dot a person."""
    sides = [(m, side) for m, side in zip(MOMENTS, (finding.before, finding.after), strict=True) if side]
    if question.kind == "estimate" and sides:
        subject = Subject(finding, question, tuple(sides), language, layout, _)
        return (draw_rows(subject, "", largest([finding])),)
    return drawings(finding, question, language, layout=layout, _=_)


def _facts(pooled: Pooled, _: Say) -> str:
    """Return how many screenings put the question, and how many of them are in what follows."""
    told = [_("Posée dans %(screenings)s.", screenings=_screenings(pooled.asked, _))]
    if pooled.question.kind in LEVELS:
        if pooled.drawn:
            told.append(_("Réponses dessinées : %(screenings)s.", screenings=_screenings(pooled.drawn, _)))
        if pooled.compared:
            compared = f"{_screenings(pooled.compared, _)} ({people(pooled.finding.n_paired, _)})"
            told.append(_("Mouvements comptés : %(screenings)s.", screenings=compared))
    elif pooled.drawn < pooled.asked:
        told.append(_("Comptées ici : %(drawn)s.", drawn=pooled.drawn))
    return " ".join(told)


def _screenings(n: int, _: Say) -> str:
    return _("1 séance") if n == 1 else _("%(n)s séances", n=n)


def _lines(pooled: Pooled, _: Say, language: str) -> list[str]:
    question, finding = pooled.question, pooled.finding
    if finding.gate == "hidden":
        return [_("Rien à additionner : aucune de ces séances ne montre ses nombres pour cette question.")]
    if question.kind == "words":
        n = len(pooled.words)
        return [
            _("Un mot revient dans plusieurs séances.")
            if n == 1
            else _("%(n)s mots reviennent dans plusieurs séances.", n=n)
            if n
            else _("Aucun mot ne revient dans plusieurs séances.")
        ]
    if question.kind == "text":
        return wording.answered(finding, question, _)
    told = wording.movements(finding, question, _, language)
    return [*told, *wording.positions(finding, _), *words_told.most_shared(finding, question, _, language)]


def _words_as_sides(pooled: Pooled) -> Finding:
    """Return the finding with the words that recur most, to draw them."""
    first = pooled.words[:WORDS_DRAWN]
    before, after = pooled.finding.before, pooled.finding.after
    return replace(
        pooled.finding,
        before=before and replace(before, counts=tuple((w.word, w.before) for w in first)),
        after=after and replace(after, counts=tuple((w.word, w.after) for w in first)),
    )


def _words(pooled: Pooled, _: Say) -> Table:
    rows = tuple(
        (row.word, str(row.screenings), str(row.before), str(row.after))
        for row in pooled.words[:WORDS_LISTED]
    )
    head = (_("Mot"), _("Séances"), _("Personnes, avant"), _("Personnes, après"))
    return Table(head, rows, _("Les mots qui reviennent"))


def small_multiples(
    question: Question, places: Sequence[Place], language: str = "fr", _: Say = identity
) -> tuple[Small, ...]:
    """Return the screenings in the order given, each as it may be shown on its own, to one scale."""
    most = largest(place.finding for place in places)
    return tuple(
        Small(
            place.id,
            place.name,
            draw_small(place.finding, question, f"small-{place.id}-{question.id}", most, language, _),
            tuple(_small_lines(place.finding, question, language, _)),
        )
        for place in places
    )


def table_of(
    question: Question, places: Sequence[Place], language: str = "fr", _: Say = identity
) -> Table | None:
    """Return the twin of small drawings, a row a screening; None where they are told in words."""
    if question.kind not in LEVELS:
        return None
    rows = tuple((place.name, *count_cells(place.finding, _)) for place in places)
    return Table((_("Séance"), *columns(question, language, _)), rows)


def _small_lines(finding: Finding, question: Question, language: str, _: Say) -> list[str]:
    """Return the few words under a small drawing."""
    if finding.gate == "hidden":
        return [few(finding.minimum, _)]
    if question.kind in LEVELS:
        told = wording.sentence(finding, question, _, language)
        return [told] if told else wording.movements(finding, question, _, language)
    if question.kind == "text":
        return wording.answered(finding, question, _)
    none = wording.withheld(finding, _) or [_("Aucune réponse donnée par trois personnes.")]
    return _first(finding, question, language, _) or none


def _first(finding: Finding, question: Question, language: str, _: Say) -> list[str]:
    """Return the words or options that most people gave at each moment."""
    named = {option.id: say(option.label, language) for option in question.options}
    told = []
    for when, side in ((_("Avant"), finding.before), (_("Après"), finding.after)):
        given = [(v, n) for v, n in side.counts if isinstance(n, int) and n > max(SMALL)] if side else []
        first = sorted(given, key=lambda each: (-each[1], each[0]))[:FIRST]
        if side and first:
            words = ", ".join(f"{named.get(value, value)} {n}" for value, n in first)
            told.append(_("%(when)s (%(n)s) : %(words)s", when=when, n=side.n, words=words))
    return told
