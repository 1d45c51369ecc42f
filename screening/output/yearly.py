"""A year's report: activities and their totals, findings of all screenings together, quotes and debriefs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from screening.output import activities, evening
from screening.output.activities import USUAL, Activity, Chosen
from screening.output.charts import Drawing
from screening.output.charts.shapes import Table
from screening.output.dates import date_in_words
from screening.output.evening import Told
from screening.output.people import Say, identity, people
from screening.output.pooling import pooled_section
from screening.output.spreadsheets import Sheet, Value
from screening.output.tables import findings_table
from screening.summary.gates import FEW
from screening.summary.pooled import Pooled


@dataclass(frozen=True)
class Written:
    """A facilitator's debrief: of which evening, and its parts, a heading and a text each."""

    title: str
    day: str
    place: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Year:
    """What was chosen for a report over a period: ISO dates, quotes by the wording that asked for them.

    `rooms` are a facilitator's own estimates of groups, one mapping a screening.
    """

    since: str
    until: str
    association: str = ""
    introduction: str = ""
    activities: tuple[Activity, ...] = ()
    columns: tuple[Chosen, ...] = USUAL
    findings: tuple[tuple[Pooled, tuple[tuple[str, int], ...]], ...] = ()
    quotes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    debriefs: tuple[Written, ...] = ()
    rooms: tuple[Mapping[str, int], ...] = ()


@dataclass(frozen=True)
class Found:
    """One finding of several screenings, as it is told: `counted` says how many they are."""

    title: str
    counted: str
    sentence: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    themes: tuple[str, ...]
    words: Table | None = None


@dataclass(frozen=True)
class YearReport:
    """All that a year's report says, in one language; `tables` are those of its spreadsheet too."""

    language: str
    title: str
    subtitle: str
    introduction: str
    totals: tuple[tuple[str, str], ...]
    tables: tuple[Sheet, ...]
    groups: Sheet | None
    main: tuple[str, ...]
    findings: tuple[Found, ...]
    quotes: tuple[tuple[str, tuple[str, ...]], ...]
    debriefs: tuple[Written, ...]
    reading: tuple[str, ...]
    rows: tuple[Sequence[Value], ...]


def build(
    year: Year,
    groups: Mapping[str, Sequence[str]] | None = None,
    language: str = "fr",
    _: Say = identity,
) -> YearReport:
    """Return a year's report in a language; `groups` names the parts of each group that rooms estimate."""
    told = [Told(pooled.question, pooled.finding) for pooled, _themes in year.findings]
    first = evening.main(told)
    return YearReport(
        language=language,
        title=_("Rapport d’activités"),
        subtitle=" – ".join(filter(None, (year.association, _period(year, language, _)))),
        introduction=year.introduction,
        totals=tuple(_totals(year, language, _)),
        tables=(
            Sheet(_("Activités"), activities.table(year.activities, year.columns, _)),
            Sheet(_("Par commune"), activities.by_municipality(year.activities, _)),
        ),
        groups=_groups(year, groups or {}, _),
        main=tuple(evening.headline(each, _, language) for each in first),
        findings=tuple(_found(f"year-{n}", *each, language, _) for n, each in enumerate(year.findings)),
        quotes=year.quotes,
        debriefs=year.debriefs,
        reading=tuple(_how_to_read(bool(year.findings), _)),
        rows=tuple(findings_table(told, language=language, _=_)),
    )


def sheets(report: YearReport, _: Say = identity) -> list[Sheet]:
    """Return the tables of a report, for its spreadsheet."""
    made = list(report.tables)
    if report.groups:
        made.append(report.groups)
    if report.findings:
        made.append(Sheet(_("Résultats"), report.rows))
    if tables := [(found.title, found.words) for found in report.findings if found.words]:
        rows: list[Sequence[Value]] = [
            (asked, row[0], *map(int, row[1:])) for asked, words in tables for row in words.rows
        ]
        made.append(Sheet(_("Les mots qui reviennent"), [(_("Question"), *tables[0][1].head), *rows]))
    if report.quotes:
        said = [(asked, text) for asked, texts in report.quotes for text in texts]
        made.append(Sheet(_("Paroles"), [(_("Question"), _("Parole")), *said]))
    return made


def _period(year: Year, language: str, _: Say) -> str:
    since, until = (date_in_words(day, "long", language) for day in (year.since, year.until))
    return _("du %(since)s au %(until)s", since=since, until=until)


def _totals(year: Year, language: str, _: Say) -> list[tuple[str, str]]:
    sums = activities.totals(year.activities)
    rows = [
        (_("Séances"), str(sums.activities)),
        (_("Heures d’activité"), format_decimal(sums.hours, locale=language)),
        (_("Présent·es, têtes comptées dans la salle"), str(sums.present)),
        (_("Ont répondu aux questions"), str(sums.answered)),
    ]
    if missing := sums.activities - sums.with_hours:
        rows.append((_("Séances dont les heures ne sont pas notées"), str(missing)))
    if missing := sums.activities - sums.with_present:
        rows.append((_("Séances où personne n’a compté la salle"), str(missing)))
    return rows


def _found(name: str, pooled: Pooled, themes: tuple[tuple[str, int], ...], language: str, _: Say) -> Found:
    told = pooled_section(pooled, name, language, _)
    spoken = tuple(_("%(name)s : %(told)s", name=theme, told=people(n, _)) for theme, n in themes)
    return Found(told.title, told.facts, told.sentence, told.lines, told.drawings, spoken, told.words)


def _groups(year: Year, groups: Mapping[str, Sequence[str]], _: Say) -> Sheet | None:
    """Return sums of what facilitators estimated.

    A room with a part of one to four people stays out of its group: a report without it would tell them.
    """
    names = group_names(_)
    rows: list[Sequence[Value]] = []
    for group, parts in groups.items():
        rooms = [room for room in year.rooms if not any(room.get(part, 0) in FEW for part in parts)]
        sums = {part: sum(room.get(part, 0) for room in rooms) for part in parts}
        if any(sums.values()):
            rows += [(names[group], names[part], n) for part, n in sums.items()]
    if not rows:
        return None
    heads = (_("Groupe"), _("Partie"), _("Personnes, estimées par l’animateur·ice"))
    return Sheet(_("Groupes estimés"), [heads, *rows])


def group_names(_: Say = identity) -> dict[str, str]:
    """Return the names of groups and of their parts."""
    return {
        "gender": _("Genre"),
        "women": _("femmes"),
        "men": _("hommes"),
        "other_gender": _("autre, ou ne sait pas"),
        "age": _("Âge"),
        "under_18": _("moins de 18 ans"),
        "from_18": _("de 18 à 29 ans"),
        "from_30": _("de 30 à 59 ans"),
        "from_60": _("60 ans et plus"),
    }


def _how_to_read(findings: bool, _: Say) -> list[str]:
    lines = [
        _(
            "« Présent·es » compte les têtes dans la salle. « Ont répondu » compte les tickets sans nom, sur "
            "téléphone, sur papier ou avec une aide : tout le monde ne répond pas."
        )
    ]
    if findings:
        lines += [
            _(
                "Chaque résultat additionne ce que montrent les bilans des séances qui ont posé la question "
                "avec les mêmes mots, et rien d’autre. Les séances ne sont jamais classées."
            ),
            _(
                "Ces résultats décrivent les personnes qui ont répondu. Ils ne disent pas ce qui a causé les "
                "changements : le film, la discussion, le fait de répondre deux fois ou l’envie de bien "
                "répondre peuvent jouer."
            ),
        ]
    return lines


def titled(written: Written, language: str) -> str:
    """Return which evening a debrief is about."""
    return ", ".join(
        filter(None, (written.title, date_in_words(written.day, "full", language), written.place))
    )
