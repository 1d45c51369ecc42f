"""What the form of texts to sort says: how its boxes were when it was opened, and how they were sent."""

from werkzeug.datastructures import MultiDict

from screening.store.themes import Coding


def codings(form: MultiDict[str, str]) -> tuple[Coding, Coding]:
    """Return the coding of the texts that were shown, as it was opened and as it was sent."""
    shown = set(form.getlist("text"))
    pairs = (each.partition(":")[::2] for each in form.getlist("opened"))
    opened = Coding({pair for pair in pairs if pair[0] in shown}, _approved(form, "opened_approved", shown))
    sent = {(text, theme) for text in shown for theme in form.getlist(text)}
    return opened, Coding(sent, _approved(form, "approved", shown))


def _approved(form: MultiDict[str, str], name: str, shown: set[str]) -> set[str]:
    return shown.intersection(form.getlist(name))
