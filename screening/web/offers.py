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
from screening.store.offered import OtherOffer, mark_of
from screening.web.forms import ActionForm
from screening.web.security import account, own_screening, readable_screening, signed_in
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
        mine=screening.owner == account().id,
        mark_of=mark_of,
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
    """Take what was shown of one part, or keep ours; a debrief is its author's to decide about."""
    screening, part = _sealed(screening_id), request.form.get("part")
    take, shown = request.form.get("take") == "1", request.form.get("shown", "")
    try:
        if part == "debrief":
            settle_offered(services().library.path, own_screening(screening.id).id, take, shown)
        elif part == "coding":
            settle_coding(services().library.path, screening.id, take, shown)
        else:
            raise OtherOffer
        flash(_("C’est noté."), "good")
    except OtherOffer:
        flash(_("Ce qui attend n’est plus ce que la page montrait. Rien n’a été changé."), "warn")
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
