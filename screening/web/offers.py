"""What came with an import and waits for a decision: a later debrief, a later coding of words and texts."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.output.arrivals import decided
from screening.output.report import debrief_titles
from screening.store.coding import offered_coding, read_coding, settle_coding
from screening.store.debriefs import current, offered, read_debriefs, settle_offered
from screening.store.library import Screening
from screening.store.moved import MovedCoding
from screening.web.forms import ActionForm
from screening.web.security import readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("offers", __name__, url_prefix="/summaries/<screening_id>/offered")


@blueprint.get("/")
@signed_in
def page(screening_id: str) -> str:
    """Show what is offered beside what we have."""
    screening, path = _sealed(screening_id), services().library.path
    versions = read_debriefs(path, screening.id)
    return render_template(
        "organisers/offers.html",
        screening=screening,
        form=ActionForm(),
        titles=debrief_titles(_),
        debrief=offered(versions),
        our_debrief=current(versions),
        coding=(theirs := offered_coding(path, screening.id)),
        our_coding=(ours := read_coding(path, screening.id)),
        told=_told(theirs),
        our_told=_told(ours),
    )


@blueprint.post("/")
@signed_in
def settle(screening_id: str) -> Response:
    """Take what is offered of one part, or keep ours."""
    screening, path = _sealed(screening_id), services().library.path
    take = request.form.get("take") == "1"
    if request.form.get("part") == "coding":
        settle_coding(path, screening.id, take)
    elif request.form.get("part") == "debrief":
        settle_offered(path, screening.id, take)
    flash(_("C’est noté."), "good")
    return redirect(url_for("offers.page", screening_id=screening_id), 303)


def _told(coding: MovedCoding | None) -> list[str]:
    if coding is None:
        return [_("Rien n’a encore été classé.")]
    merges = [(merge.source, merge.target) for merge in coding.merges if not merge.undone]
    themes = sorted({theme.name for theme in coding.themes}, key=str.casefold)
    return decided(merges, themes, sum(len(each.texts) for each in coding.quotes), _)


def _sealed(screening_id: str) -> Screening:
    screening = readable_screening(screening_id)
    return screening if screening.sealed else abort(404)
