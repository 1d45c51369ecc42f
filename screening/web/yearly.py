"""A year's report: what goes into it, and its files. For organisers."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening.i18n import choose_wall, language, translator
from screening.output import activities
from screening.output.spreadsheets import CSV, ODS, as_csv, as_ods
from screening.output.year_pdf import make_year_pdf
from screening.output.yearly import YearReport, sheets
from screening.store import yearly as store
from screening.store.groups import groups_wanted, want_groups
from screening.web.forms import ActionForm
from screening.web.security import organisers_only
from screening.web.services import services
from screening.web.year_choices import asked_period, choose, offer
from screening.web.years import Period, columns, year_report

blueprint = Blueprint("yearly", __name__, url_prefix="/year")


@blueprint.get("/")
@organisers_only
def page() -> str:
    """Show the totals of a period, its files, and what may go into its report."""
    library, period = services().library, asked_period(request.args)
    chosen = store.read_choices(library.path)
    return render_template(
        "organisers/year.html",
        period=period,
        form=ActionForm(),
        chosen=chosen,
        columns={each.name: (place, each) for place, each in enumerate(columns(chosen), start=1)},
        headings=activities.headings(_),
        own=activities.OWN,
        offer=offer(library, period),
        groups=groups_wanted(library.path),
    )


@blueprint.post("/")
@organisers_only
def save() -> BaseResponse:
    """Keep what goes into the report."""
    library, period = services().library, asked_period(request.form)
    choose(library, period, request.form)
    want_groups(library.path, request.form.get("groups") == "y")
    flash(_("C’est enregistré. Le rapport et ses tableaux en tiennent compte."), "good")
    return redirect(url_for("yearly.page", since=period.since, until=period.until), 303)


@blueprint.get("/report.pdf")
@organisers_only
def pdf() -> Response:
    """Return the report as a PDF file, in the language of its address."""
    report, period = _report()
    return _file(make_year_pdf(report, translator(language())), _name(period, "pdf"), "application/pdf")


@blueprint.get("/report.ods")
@organisers_only
def ods() -> Response:
    """Return all tables of the report as one spreadsheet."""
    report, period = _report()
    return _file(as_ods(sheets(report, translator(language()))), _name(period, "ods"), ODS)


@blueprint.get("/activities.csv")
@organisers_only
def csv() -> Response:
    """Return the table of activities as CSV."""
    report, period = _report()
    return _file(as_csv(report.tables[0].rows, language()), _name(period, "csv"), CSV)


def _report() -> tuple[YearReport, Period]:
    known, period = services(), asked_period(request.args)
    if "lang" in request.args:
        choose_wall()
    report = year_report(
        known.library, known.guides, period, language(), known.settings.minimum, known.findings
    )
    return report, period


def _name(period: Period, ending: str) -> str:
    return f"rapport-{period.since}-{period.until}.{ending}"


def _file(data: bytes, name: str, kind: str) -> Response:
    return Response(data, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
