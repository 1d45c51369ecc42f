"""Tell which spellings are one word: careful rules only, anything bolder is proposed, never done.

What a person wrote stays as it is; a key stands for it in counts. Stop words, stems, fuzzy matches and
verb or gender lemmas are left out on purpose: they merge words that mean different things.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import simplemma

SEPARATORS = re.compile(r"[,;/\n،؛]")
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "œ": "oe", "æ": "ae"})
TONES = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
ENDINGS = "ères|ère|euses|euse|rices|rice|nes|ne|les|le|ves|ve|es|e|s|x"
GROUP = rf"(?:[·•.](?:{ENDINGS})|\((?:{ENDINGS})\)(?:s|x)?)"
HYPHENS = r"-(?:ères|ère|euses|euse|rices|rice|ves|ve|es|e)(?:-s)?"
INCLUSIVE = re.compile(rf"^(\w{{3,}}?)(?:{GROUP}+|{HYPHENS})$")
LEADING: dict[str, tuple[str, ...]] = {
    "fr": (
        *("l'", "d'", "j'", "qu'", "c'", "s'", "n'", "m'", "t'"),
        *("le ", "la ", "les ", "un ", "une ", "des ", "du ", "de "),
    ),
    "nl": ("de ", "het ", "een "),
    "en": ("the ", "a ", "an "),
    "ar": ("ال",),
}
PLURALS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (("eaux", "eau"), ("aux", "al"), ("aux", "ail"), ("es", ""), ("s", ""), ("x", "")),
    "nl": (("en", ""), ("s", "")),
    "en": (("es", ""), ("s", "")),
}
NO_ANSWERS = {"", "nsp", "je ne sais pas", "ik weet het niet", "i don't know", "لا أعرف"}


def split(value: str) -> tuple[str, ...]:
    """Split what a person wrote into words and phrases: at , ; / and line ends, never at a space."""
    return tuple(part.strip() for part in SEPARATORS.split(value) if part.strip())


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a text without outer punctuation, in small letters, with one form of each sign."""
    text = unicodedata.normalize("NFKC", TONES.sub("", text)).casefold().translate(APOSTROPHES)
    start, end = 0, len(text)
    while start < end and unicodedata.category(text[start])[0] in "PZC":
        start += 1
    while end > start and unicodedata.category(text[end - 1])[0] in "PZC":
        end -= 1
    inner = text[start:end]
    closed = inner + ")" if inner.count("(") > inner.count(")") else inner
    return " ".join(closed.split())


def _without_article(text: str, language: str) -> str:
    """Return a text without what leads it, where at least two letters remain."""
    for lead in LEADING.get(language, ()):
        rest = text.removeprefix(lead)
        if rest != text and sum(map(str.isalpha, rest)) >= 2:
            return _without_article(rest.strip(), language)
    return text


def _singular(word: str, language: str) -> str:
    """Return a word's singular where its lemma is just that, else the word as it is."""
    match = INCLUSIVE.match(word)
    word = match[1] if match else word
    if language not in PLURALS:
        return word
    for _ in range(2):
        lemma = simplemma.lemmatize(word, lang=language).casefold().translate(APOSTROPHES)
        ends = (word.removesuffix(old) + new for old, new in PLURALS[language] if word.endswith(old))
        word = lemma if lemma in ends else word
    return word


@lru_cache(maxsize=8192)
def key(text: str, language: str = "fr") -> str:
    """Return the key of a word or phrase: equal keys are counted as one word; "" when nothing is left."""
    whole = _without_article(bare(text), language)
    return " ".join(_singular(word, language) for word in whole.split())


def is_no_answer(text: str) -> bool:
    """Tell whether a text is blank, only signs such as « ? », or says « je ne sais pas »."""
    return bare(text) in NO_ANSWERS


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a text without its accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def shown(spellings: Iterable[str]) -> str:
    """Return the spelling to show for one word: the most frequent, then the accented, then by alphabet."""
    counts = Counter(spellings)
    return min(counts, key=lambda text: (-counts[text], plain(text) == text, text))


def accents(keys: Iterable[str], language: str = "fr") -> dict[str, str]:
    """Return unaccented keys that stand for one accented key among `keys` and are no word themselves."""
    known = set(keys)
    accented: dict[str, list[str]] = {}
    for each in known:
        if plain(each) != each:
            accented.setdefault(plain(each), []).append(each)
    return {
        bare: found[0]
        for bare, found in accented.items()
        if bare in known
        and len(found) == 1
        and language in PLURALS
        and not simplemma.is_known(bare, lang=language)
    }
