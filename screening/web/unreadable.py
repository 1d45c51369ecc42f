"""What a page says of files that can't be read, and to whom."""

from flask import g, request, url_for
from flask_babel import gettext as _

from screening.store import repair
from screening.store.database import Damaged, NoFile, StoreError, Unavailable
from screening.store.library import Screening
from screening.store.rooms import NoRoom
from screening.web.security import account
from screening.web.services import services


def lost(error: Exception) -> bool:
    """Tell whether a room is gone that nobody sealed: its file went missing."""
    return isinstance(error, NoRoom) and _named() is not None


def told(error: StoreError) -> dict[str, str]:
    """Return what the page about an error of the store says to whoever leads or organises.

    Where the library can't be read nobody can be signed in: on a server, no stranger learns where it lies.
    A file that is only in use is not to be replaced, and strangers are shown no path of it.
    """
    known = services()
    if isinstance(error, Damaged | NoFile) and error.path == known.library.path:
        where = "DOSSIER" if known.settings.secure else str(known.settings.data.resolve())
        sentence = _("La bibliothèque ne s’ouvre pas. Rien n’a été touché.")
        return {"sentence": sentence, "library": repair.command(where, "library")}
    named = _named() if isinstance(error, Damaged | NoRoom) and g.get("account") and not g.remote else None
    if named and (named.owner == account().id or account().organiser):
        sentence = _("La salle de « %(title)s » ne s’ouvre pas. Rien n’a été touché.", title=named.plan.title)
        return {"sentence": sentence, "repair": url_for("damage.page", screening_id=named.id)}
    if g.get("account"):
        return {"sentence": str(error)}
    if isinstance(error, Unavailable):
        return {
            "sentence": _("Un fichier est occupé pour le moment. Attendez un peu, puis rechargez la page.")
        }
    return {"sentence": _("Rechargez la page, ou demandez à l’animateur·ice.")}


def _named() -> Screening | None:
    """Return the screening that a request names, while it is not sealed."""
    known, values = services(), request.view_args or {}
    try:
        if code := values.get("code"):
            found = known.library.by_code(str(code))
        else:
            found = known.library.screening(str(values.get("screening_id", "")))
    except StoreError:
        return None
    return None if found.sealed else found
