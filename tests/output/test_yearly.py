"""A year's report: its table with the columns somebody asks for, its sums, its PDF in three languages."""

import datetime
from dataclasses import replace

import pytest

from screening.i18n import translator
from screening.output.activities import Activity, Chosen, by_municipality, table, totals
from screening.output.year_pdf import make_year_pdf
from screening.output.yearly import Written, Year, build, sheets
from screening.store.groups import GROUPS

from .test_report import pages


def activity(day: str, **values) -> Activity:
    usual = {
        "start": "19:00",
        "end": "21:30",
        "hours": 2.5,
        "title": "Soirée",
        "film": "Plus Personne",
        "place": "Maison de l’Été",
        "municipality": "Ixelles",
        "audience": "",
        "partners": "",
        "facilitators": "Nour",
        "present": 20,
        "answered": 15,
    }
    return Activity(**{"day": day, **usual, **values})


DONE = (
    activity("2026-11-25", title="Deuxième"),
    activity("2026-03-02", title="Première", municipality="Anderlecht"),
    activity("2026-12-01", hours=None, present=None, answered=None, municipality=""),
)
WRITTEN = Written("Deuxième", "2026-11-25", "Ici", (("Expression", "On a parlé\ndes guichets."),))
YEAR = Year(
    since="2026-01-01",
    until="2026-12-31",
    association="Les *Ami·es* du quartier",
    introduction="Une année.",
    activities=DONE,
    quotes=(("Que garder ?", ("Il n’y a plus #personne.", "مساعدة 😀")),),
    debriefs=(WRITTEN,),
    rooms=({"women": 12, "men": 9, "other_gender": 0, "under_18": 3, "from_18": 20}, {"women": 5}),
)


def test_the_table_has_the_columns_asked_for_in_that_order_and_sums_at_its_end():
    rows = table(DONE, [Chosen("present", "Participants"), Chosen("day"), Chosen("own_1", "Axe", "1")])
    assert rows[0] == ["Participants", "Date", "Axe"]
    assert rows[1] == [20, datetime.date(2026, 3, 2), "1"]
    assert rows[3][0] is None
    assert rows[-1] == [40, "Total", None]


def test_without_a_choice_the_usual_columns_stand_there():
    rows = table(DONE, [])
    assert rows[0][:4] == ["Date", "Début", "Fin", "Heures"]
    assert len(rows) == 5


def test_sums_say_of_how_many_they_are():
    sums = totals(DONE)
    assert (sums.activities, sums.hours, sums.with_hours) == (3, 5.0, 2)
    assert (sums.present, sums.with_present, sums.answered) == (40, 2, 30)
    assert by_municipality(DONE)[1:] == [
        ["Anderlecht", 1, 2.5, 20],
        ["Ixelles", 1, 2.5, 20],
        ["non notée", 1, 0.0, 0],
    ]


def test_groups_are_sums_and_one_with_a_part_below_five_is_not_told():
    groups = build(YEAR, GROUPS).groups
    assert groups.rows[1:] == [
        ("Genre", "femmes", 17),
        ("Genre", "hommes", 9),
        ("Genre", "autre, ou ne sait pas", 0),
    ]
    assert build(Year("2026-01-01", "2026-12-31"), GROUPS).groups is None


def test_a_year_and_the_year_without_one_evening_tell_no_small_group_of_it():
    rooms = ({"women": 12, "men": 8, "other_gender": 0}, {"women": 1, "men": 9, "other_gender": 0})
    told = [build(replace(YEAR, rooms=some), GROUPS).groups.rows[1:] for some in (rooms, rooms[:1])]
    assert told[0] == told[1]


def test_the_report_tells_totals_quotes_and_debriefs_as_they_were_written(tmp_path):
    text = "\n".join(pages(make_year_pdf(build(YEAR, GROUPS)), tmp_path))
    for told in (
        "Les *Ami·es* du quartier",
        "du 1er janvier 2026 au 31 décembre",
        "Il n’y a plus #personne.",
        "des guichets.",
    ):
        assert told in text
    assert "Séances dont les heures ne sont pas notées" in text
    assert "moins de 18 ans" not in text


@pytest.mark.parametrize(("language", "said"), [("nl", "Activiteitenverslag"), ("en", "Activity report")])
def test_the_report_speaks_three_languages(language, said, tmp_path):
    say = translator(language)
    report = build(YEAR, GROUPS, language, _=say)
    text = "\n".join(pages(make_year_pdf(report, say), tmp_path))
    assert said in text
    assert "Rapport" not in text
    assert "L’année" not in text


def test_the_spreadsheet_has_every_table_of_the_report():
    names = [sheet.name for sheet in sheets(build(YEAR, GROUPS))]
    assert names == ["Activités", "Par commune", "Groupes estimés", "Paroles"]


def test_an_empty_year_is_a_report_too(tmp_path):
    text = "\n".join(pages(make_year_pdf(build(Year("2026-01-01", "2026-12-31"))), tmp_path))
    assert "L’année en nombres" in text
