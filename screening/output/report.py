"""One screening's summary as it is read: the same sentences and drawings on the page and in the PDF file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from screening.output import evening, wording
from screening.output import people as in_words
from screening.output.charts import PAGE, Drawing, Layout, drawings, two_widths
from screening.output.charts.scales import labels_of
from screening.output.charts.shapes import Table
from screening.output.dates import date_in_words
from screening.output.evening import Attendance, Told
from screening.output.more import more
from screening.output.people import Say, identity
from screening.room.questions import MOMENTS, Moment, Question, say
from screening.summary.records import Finding

_CHANNELS = ("phone", "paper", "accompanied")


@dataclass(frozen=True)
class Asked:
    """A question with all that is known of it after sealing: `themes` with their people, approved quotes.

    `repeats_snapshot` when it holds the answers shown in the room, `joined` when words were joined since.
    """

    question: Question
    finding: Finding
    themes: tuple[tuple[str, int], ...] = ()
    quotes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    repeats_snapshot: bool = False
    joined: bool = False


@dataclass(frozen=True)
class Evening:
    """The event: `day` an ISO date, `counts` by name as sealed, `tables` what was counted in the room.

    `debrief` holds what the facilitator wrote down: a heading and a text each.
    """

    title: str
    day: str
    place: str
    audience: str
    after_at: str
    counts: Mapping[str, int]
    tables: tuple[Table, ...] = ()
    debrief: tuple[tuple[str, str], ...] = ()

    @property
    def attendance(self) -> Attendance:
        """How many tickets answered, by moment."""
        return Attendance(*(self.counts.get(name, 0) for name in ("before", "after", "both")))


@dataclass(frozen=True)
class Section:
    """What is told of one question: notes to read it by, the sentence to lead with, then the rest."""

    id: str
    title: str
    control: bool
    notes: tuple[str, ...]
    sentence: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    more: tuple[str, ...]
    reference: str
    themes: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """All that a summary says, in one language."""

    language: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    opening: str
    main: tuple[str, ...]
    main_ids: tuple[str, ...]
    controls: tuple[str, ...]
    aloud: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    debrief: tuple[tuple[str, str], ...]
    footnote: str
    reading: tuple[str, ...]


def build(
    event: Evening, asked: Sequence[Asked], language: str = "fr", layout: Layout = PAGE, _: Say = identity
) -> Report:
    """Return a screening's report in a language."""
    came = event.attendance
    told = [Told(each.question, each.finding) for each in asked]
    first = evening.main(told)
    return Report(
        language=language,
        title=event.title,
        subtitle=", ".join(
            filter(None, (date_in_words(event.day, "full", language), event.place, event.audience))
        ),
        facts=tuple(_facts(event, _)),
        opening=evening.opening(came, _),
        main=tuple(evening.headline(each, _, language) for each in first),
        main_ids=tuple(each.question.id for each in first),
        controls=tuple(
            _("Question témoin, loin du film : %(told)s", told=evening.headline(each, _, language))
            for each in told
            if each.question.control and evening.comparable(came) and each.finding.verdict
        ),
        aloud=evening.aloud(told, _),
        sections=tuple(section(each, came, language, layout, _) for each in asked),
        tables=event.tables,
        debrief=event.debrief,
        footnote=evening.footnote(came.both, came.before - came.both, came.after - came.both, _),
        reading=tuple(_how_to_read(_)),
    )


def _facts(event: Evening, _: Say) -> list[tuple[str, str]]:
    counts, came = event.counts, event.attendance
    names = {"phone": _("téléphone"), "paper": _("papier"), "accompanied": _("avec une aide")}
    ways = [
        _("%(way)s : %(before)s avant, %(after)s après", way=names[c], before=before, after=after)
        for c in _CHANNELS
        if (before := counts.get(f"before {c}", 0)) + (after := counts.get(f"after {c}", 0))
    ]
    if collected := counts.get("sheets collected", 0):
        typed = counts.get("sheets typed", 0)
        ways.append(_("feuilles saisies : %(n)s sur %(all)s", n=typed, all=collected))
    answered = _(
        "%(before)s avant, %(after)s après, dont %(both)s aux deux moments",
        before=came.before,
        after=came.after,
        both=came.both,
    )
    at_film = event.after_at == "film"
    return [
        (_("Présent·es"), str(counts["present"]) if counts.get("present") else _("non compté")),
        (_("Ont répondu"), answered),
        (_("Comment"), _(" ; ").join(ways) or "–"),
        (_("« Après » demandé"), _("juste après le film") if at_film else _("à la fin de la soirée")),
    ]


def section(
    asked: Asked, came: Attendance, language: str = "fr", layout: Layout = PAGE, _: Say = identity
) -> Section:
    """Return what is told of one question; `came` tells whether a movement can be spoken of at all."""
    question, finding = asked.question, asked.finding
    few = finding.verdict is not None and finding.verdict.code == "too_few"
    # « Too few » is said once, at the top of the evening, and not under each question.
    silent = few and not evening.comparable(came)
    lines = wording.results(finding, question, _, language)
    if silent:
        lines = [line for line in lines if line != wording.side_by_side(_)]
    if (finding.n_before, finding.n_after, finding.n_paired) != (came.before, came.after, came.both):
        # Where all answered, the evening's own numbers say it once, at the top.
        lines = [*wording.answered(finding, question, _), *lines]
    return Section(
        id=question.id,
        title=say(question.wording, language),
        control=question.control,
        notes=tuple(_notes(asked, _)),
        sentence="" if silent else wording.sentence(finding, question, _, language),
        lines=tuple(lines),
        drawings=two_widths(partial(drawings, finding, question, language, MOMENTS, _=_), layout),
        more=tuple(more(finding, question, _, language)),
        reference=_reference(asked, language, _),
        themes=tuple(
            _("%(name)s : %(told)s", name=name, told=in_words.people(n, _)) for name, n in asked.themes
        ),
        quotes=asked.quotes,
    )


def _notes(asked: Asked, _: Say) -> list[str]:
    """Return what must be known to read a question: that it is a control, that it repeats what was shown."""
    notes = []
    if asked.question.control:
        notes.append(
            _(
                "Question témoin, loin du film : elle montre combien on change de réponse en répondant deux "
                "fois."
            )
        )
    if asked.repeats_snapshot and asked.joined:
        notes.append(
            _(
                "Ce résultat compte les réponses montrées dans la salle, avec des mots réunis depuis. Ce qui "
                "est arrivé plus tard n’est pas ajouté, pour que personne ne se reconnaisse dans la "
                "différence."
            )
        )
    elif asked.repeats_snapshot:
        notes.append(
            _(
                "Ce résultat est celui montré dans la salle. Ce qui est arrivé depuis n’est pas ajouté, pour "
                "que personne ne se reconnaisse dans la différence."
            )
        )
    return notes


def _reference(asked: Asked, language: str, _: Say) -> str:
    reference = asked.question.reference
    if reference is None:
        return ""
    told = _("Repère : de %(low)s à %(high)s sur 10.", low=reference.low, high=reference.high)
    return " ".join(filter(None, (told, _(" ; ").join(asked.sources), say(reference.note, language))))


def head_counts(counted: Sequence[tuple[str, tuple[int, int, int, int]]], _: Say) -> tuple[Table, ...]:
    """Return the table of a moving debate, each statement with its four numbers; none without a count."""
    if not counted:
        return ()
    ways = (_("D’accord, au début"), _("à la fin"), _("Pas d’accord, au début"), _("à la fin"))
    rows = tuple((statement, *map(str, numbers)) for statement, numbers in counted)
    return (Table((_("Phrase"), *ways), rows, _("Les têtes comptées pendant le débat mouvant")),)


def debrief_titles(_: Say) -> dict[str, str]:
    """Return the titles of a debrief's parts, in order."""
    return {
        "critical": _("Analyse critique"),
        "expression": _("Expression"),
        "participation": _("Participation"),
        "follow_up": _("Et maintenant ?"),
        "worked": _("Ce qui a marché"),
        "incidents": _("Incidents"),
    }


def hand_count(question: Question, counted: Mapping[Moment, Sequence[int]], language: str, _: Say) -> Table:
    """Return one statement asked by show of hands: its points, and the hands at each moment."""
    labels = labels_of(question, language, _).values()
    moments = [_("Avant le film") if moment == "before" else _("Après le film") for moment in counted]
    rows = tuple(
        (label, *(str(numbers[place]) for numbers in counted.values())) for place, label in enumerate(labels)
    )
    caption = _("À main levée : %(wording)s", wording=say(question.wording, language))
    note = _(
        "Des mains comptées dans la salle, à part des réponses données sans nom : personne n’est suivi d’un "
        "moment à l’autre."
    )
    return Table((_("Réponse"), *moments), rows, caption, note)


def _how_to_read(_: Say) -> list[str]:
    return [
        _(
            "Une même personne a répondu deux fois avec un ticket sans nom. « Aux deux moments » compte ces "
            "personnes ; celles qui n’ont répondu qu’une fois sont comptées, mais pas comparées."
        ),
        _(
            "Une question qui a reçu moins de cinq réponses à un moment n’y est pas montrée. Une ou deux "
            "personnes qui ont changé dans un sens deviennent « 2 personnes au plus ». Un mot est nommé "
            "quand trois personnes l’ont donné, avant ou après, sauf s’il laissait deviner le changement "
            "d’une ou deux."
        ),
        _(
            "« Mouvement net » veut dire : un écart trop grand entre les deux sens pour être facilement "
            "dû au hasard. « Plutôt vers » veut dire : dans ce sens, sans que ce soit net."
        ),
        _(
            "Sur le dessin des mots, un trait relie un mot donné aux deux moments ; un pointillé, un mot "
            "donné à un seul."
        ),
        _(
            "La question témoin n’a rien à voir avec le film. Si elle bouge autant que les autres, c’est que "
            "l’on change aussi de réponse en répondant deux fois."
        ),
    ]
