"""Questions and answers for the tests of the summary."""

from collections.abc import Iterable

from screening.room.questions import Kind, Moment, Option, Question, Reference
from screening.summary.answers import Answer


def question(kind: Kind = "scale", moments: tuple[Moment, ...] = ("before", "after")) -> Question:
    return Question(
        id="q",
        kind=kind,
        moments=moments,
        wording={"fr": "Une question"},
        reference=Reference(low=3, high=5, sources=("s",)) if kind == "estimate" else None,
        options=tuple(Option(id=each, label={"fr": each}) for each in "abc") if kind == "choice" else (),
        own_words=kind == "choice",
    )


def paired(pairs: Iterable[tuple[str, str]], name: str = "t") -> list[Answer]:
    """Return answers of people with a ticket; an empty value is a moment without an answer."""
    found = []
    for number, (before, after) in enumerate(pairs):
        found += [Answer(f"{name}{number}", "before", before)] if before else []
        found += [Answer(f"{name}{number}", "after", after)] if after else []
    return found


def moved(up: int, same: int, down: int, leavers: int = 0, joiners: int = 0) -> list[Answer]:
    """Return answers of people who moved by one step on a scale."""
    steps = [("3", "4")] * up + [("3", "3")] * same + [("3", "2")] * down
    return paired(steps + [("3", "")] * leavers + [("", "3")] * joiners)
