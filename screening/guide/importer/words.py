"""Words broken at a line's end: joined, with their hyphen where it is a real one."""

import re
from collections import Counter
from dataclasses import dataclass, field

from screening.guide.importer.lines import Line
from screening.guide.importer.report import Report

_BROKEN = re.compile(r"(?<!\w)(\w+)[-\u00ad]\s*$")
_KEEP_HYPHEN = {"non", "sous", "mal", "vice"}


def is_broken(text: str) -> bool:
    """Tell whether a line ends within a word."""
    return bool(_BROKEN.search(text))


@dataclass
class Joiner:
    """Joins the two halves of broken words; `known` are the words that the source holds unbroken."""

    report: Report
    known: Counter[str] = field(default_factory=Counter)
    soft: int = 0
    hard: int = 0

    def learn(self, lines: list[Line]) -> None:
        """Take in the words of a source."""
        self.known.update(re.findall(r"\w+(?:-\w+)*", "\n".join(line.text.lower() for line in lines)))

    def join(self, text: str, more: str, line: int) -> str:
        """Return two lines as one, the second after a blank unless the first ends within a word."""
        broken = _BROKEN.search(text)
        more = more.strip()
        if not broken:
            return f"{text} {more}"
        follow = re.match(r"\w+", more)
        if broken[1].isdigit() or not follow:
            return text.rstrip() + more
        start, end = broken[1], follow[0]
        keep = self._keeps(start.lower(), end.lower())
        if keep:
            self.hard += 1
            self.report.warn(line, f"trait d’union gardé : « {start}-{end} » ; à confirmer")
        else:
            self.soft += 1
        return f"{text[: broken.end(1)]}{'-' if keep else ''}{more}"

    def _keeps(self, start: str, end: str) -> bool:
        if self.known[start + end]:
            return False
        return start in _KEEP_HYPHEN or self.known[f"{start}-{end}"] > 0


def join_words(lines: list[Line], joiner: Joiner) -> list[Line]:
    """Join words broken at a line's end, also across a page."""
    joined: list[Line] = []
    for line in lines:
        if not joined or not is_broken(joined[-1].text):
            joined.append(line)
        elif line.text.strip():
            start = joined[-1]
            joined[-1] = Line(start.number, joiner.join(start.text, line.text, start.number))
    return joined
