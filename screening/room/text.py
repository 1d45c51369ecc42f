"""Cleaning of what people type, once, at the door."""

import re
import unicodedata

WORD_LENGTH = 80
TEXT_LENGTH = 1000
_MARKS_PER_LETTER = 2
_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]
# Characters that nobody sees: they could hide text in a text, or make two equal words differ. The joiners
# U+200C and U+200D stay, which emoji and Persian need.
_INVISIBLE = [0xAD, 0x115F, 0x1160, 0x180E, 0x200B, *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0x3164,
              0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)]  # fmt: skip
_REMOVED = dict.fromkeys([*_BIDI, *_INVISIBLE])
_SEPARATORS = re.compile(r"[,;\n،؛，]")


def clean_text(raw: str, limit: int = TEXT_LENGTH) -> str:
    """Return a typed text in NFC without control, direction, invisible or lone surrogate characters.

    Runs of spaces become one, line ends are kept, at most two combining marks stay on a letter, and the
    result is cut to `limit` characters.
    """
    text = raw.encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text.translate(_REMOVED))
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"})
    text = _limit_marks(text)
    text = re.sub(r"[^\S\n]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()[:limit].strip()


def clean_line(raw: str, limit: int = WORD_LENGTH) -> str:
    """Return a typed text on one line, see `clean_text`."""
    return clean_text(raw.replace("\r", " ").replace("\n", " "), limit)


def split_words(raw: str) -> list[str]:
    """Split what was typed into words at commas, semicolons and line ends, never at spaces."""
    return [word for part in _SEPARATORS.split(raw) if _says_something(word := clean_line(part))]


def _says_something(word: str) -> bool:
    """Tell whether a word has a letter, a number or a symbol; emoji are symbols."""
    return any(unicodedata.category(c)[0] in "LNS" or c == "?" for c in word)


def _limit_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)
