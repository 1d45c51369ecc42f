"""The commands that write reports: of a sealed screening as a PDF file, of a year with its tables."""

from datetime import datetime
from pathlib import Path

import click

from screening.commands.common import (
    data_option,
    fail,
    folders_of,
    guides_option,
    library_in,
    list_sealed,
    minimum_option,
    told,
)
from screening.guide.load import available
from screening.guide.model import Guide
from screening.i18n import WALL_LANGUAGES, translator
from screening.output.charts import PRINT
from screening.output.pdf import make_pdf
from screening.output.spreadsheets import as_csv, as_ods
from screening.output.year_pdf import make_year_pdf
from screening.output.yearly import sheets
from screening.web.reports import report_of
from screening.web.years import Period, year_report


@click.command()
@click.argument("screening_id", metavar="[ID]", required=False)
@data_option
@click.option("--lang", type=click.Choice(WALL_LANGUAGES), default="fr", show_default=True)
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder.")
@guides_option
@minimum_option
def report(
    screening_id: str | None, data: Path, lang: str, into: Path, guides: Path | None, minimum: int
) -> None:
    """Write a sealed screening's report as a PDF file; without an id, list the sealed screenings."""
    with told():
        library = library_in(data)
        if screening_id is None:
            list_sealed(library)
            return
        screening = library.screening(screening_id)
        if not screening.sealed:
            fail("Cette séance n’est pas scellée : son bilan n’existe pas encore.")
        made = make_pdf(report_of(library, _sound(guides), screening, lang, PRINT, minimum), translator(lang))
        _write(into, f"bilan-{screening.plan.date}-{screening.id}.pdf", made)


@click.command()
@click.argument("days", metavar="FROM TO", nargs=2, type=click.DateTime(["%Y-%m-%d"]))
@data_option
@click.option("--lang", type=click.Choice(WALL_LANGUAGES), default="fr", show_default=True)
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder.")
@guides_option
@minimum_option
def year(
    days: tuple[datetime, datetime], data: Path, lang: str, into: Path, guides: Path | None, minimum: int
) -> None:
    """Write the report of a period as PDF, its tables as ODS and CSV; an organiser's page chooses what."""
    say = translator(lang)
    period = Period(*(day.date().isoformat() for day in days))
    with told():
        made = year_report(library_in(data), _sound(guides), period, lang, minimum)
        name = f"rapport-{period.since}-{period.until}"
        _write(into, f"{name}.pdf", make_year_pdf(made, say))
        _write(into, f"{name}.ods", as_ods(sheets(made, say)))
        _write(into, f"{name}.csv", as_csv(made.tables[0].rows, lang))


def _write(into: Path, name: str, content: bytes) -> None:
    into.mkdir(parents=True, exist_ok=True)
    (into / name).write_bytes(content)
    click.echo(str(into / name))


def _sound(guides: Path | None) -> dict[str, Guide]:
    found = available(folders_of(guides))
    return {slug: guide for slug, guide in found.items() if isinstance(guide, Guide)}
