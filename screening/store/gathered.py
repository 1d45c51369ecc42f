"""Open texts of several screenings that put the same question: their themes, and one list to code them.

`asked` names the screenings, each with its id of the question: the same wording may have different ids.
Single texts come out from five answers at a moment of a screening on, in random order, without where they
come from. A theme counts a screening's people where at least three of them spoke of it: so what is counted
over some screenings and over one more tells nothing that the summary of that one does not say.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from screening.store.database import reading
from screening.store.enough import enough
from screening.store.themes import MINIMUM_THEME, Text, texts

Asked = Mapping[str, str]
AT_ONCE = 100
"""How many texts are coded on one page."""


@dataclass(frozen=True)
class Theme:
    """A theme over several screenings: how many people spoke of it, in how many screenings."""

    name: str
    people: int
    screenings: int


def gathered(library: Path, asked: Asked, own_words: bool = False) -> tuple[list[Text], int]:
    """Return texts to code in one list, those without a theme first, and how many are left for later."""
    found = [text for name, question in asked.items() for text in texts(library, name, question, own_words)]
    secrets.SystemRandom().shuffle(found)
    found.sort(key=lambda text: bool(text.themes))
    return found[:AT_ONCE], max(0, len(found) - AT_ONCE)


def shared_themes(library: Path, wordings: Mapping[str, Asked]) -> dict[str, list[Theme]]:
    """Return the themes of several questions, by the digest of their wording, the most frequent first."""
    with reading(library) as db:
        rows = db.execute(
            "SELECT t.wording, t.name, a.screening, a.question, COUNT(DISTINCT a.pair) FROM theme_codes c "
            "JOIN themes t ON t.id = c.theme JOIN sealed_answers a ON a.id = c.answer "
            "GROUP BY t.wording, t.name, a.screening, a.question HAVING COUNT(DISTINCT a.pair) >= ?",
            [MINIMUM_THEME],
        ).fetchall()
    people: dict[str, dict[str, list[int]]] = {}
    for wording, name, screening, question, n in rows:
        if wordings.get(wording, {}).get(screening) == question:
            people.setdefault(wording, {}).setdefault(name, []).append(n)
    return {
        wording: sorted(
            (Theme(name, sum(each), len(each)) for name, each in found.items()),
            key=lambda theme: (-theme.screenings, -theme.people, theme.name),
        )
        for wording, found in people.items()
    }


def cleared(library: Path, asked: Asked) -> list[str]:
    """Return the texts that a human let be shown to the room, each once, in random order."""
    found: list[str] = []
    with reading(library) as db:
        for screening, question in asked.items():
            rows = db.execute(
                "SELECT value, moment FROM sealed_answers "
                "WHERE screening = ? AND question = ? AND projection = 'yes'",
                [screening, question],
            ).fetchall()
            heard = enough(db, [screening], [question]) if rows else ()
            found += [value.strip() for value, moment in rows if (screening, question, moment) in heard]
    found = list(dict.fromkeys(found))
    secrets.SystemRandom().shuffle(found)
    return found
