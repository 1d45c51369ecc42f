"""French inclusive forms as a voice says them: « usager·ère·s » becomes « usagères et usagers »."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:[·‧•][^\W\d_]+)+")
_IRREGULAR = {
    "celui·celle": "celle ou celui",
    "ceux·celles": "celles et ceux",
    "iel": "elle ou il",
    "iels": "elles et ils",
    "tous·tes": "toutes et tous",
    "chacun·e": "chacune et chacun",
    "un·e": "une ou un",
    "aucun·e": "aucune ou aucun",
}
# The ending written after the dot, the end of the masculine, and the end of the feminine; all else is added.
_ENDINGS = (
    ("ère", "er", "ère"), ("euse", "eur", "euse"), ("se", "eur", "euse"), ("se", "x", "se"),
    ("trice", "teur", "trice"), ("rice", "teur", "trice"), ("ice", "teur", "trice"), ("ive", "if", "ive"),
    ("ve", "f", "ve"), ("elle", "el", "elle"), ("enne", "en", "enne"), ("onne", "on", "onne"),
    ("ale", "al", "ale"), ("ale", "aux", "ale"),
)  # fmt: skip


def spoken(text: str) -> str:
    """Return a French text with its forms of two genders said in full; other texts stay as they are."""
    return _WORD.sub(_say, text)


def _say(found: re.Match[str]) -> str:
    written = re.sub("[‧•]", "·", found[0])
    if known := _IRREGULAR.get(written.lower()):
        return known[0].upper() + known[1:] if written[0].isupper() else known
    masculine, ending, *more = written.split("·")
    if more or (ending.endswith("s") and len(ending) > 1):
        both = masculine if masculine[-1] in "sx" else f"{masculine}s"
        return f"{_feminine(masculine, ending.removesuffix('s'))}s et {both}"
    return f"{_feminine(masculine, ending)} ou {masculine}"


def _feminine(masculine: str, ending: str) -> str:
    for written, old, new in _ENDINGS:
        if written == ending and masculine.endswith(old):
            return masculine.removesuffix(old) + new
    return masculine + ending
