"""Which spellings are one word, over both moments together, and how that word is shown.

Each word follows the rules of the language it was answered in. Written with the same letters, it is one word
in whatever language; translations of each other stay apart until a person merges them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from screening.room.questions import is_substantive
from screening.summary.answers import Answer
from screening.summary.normalise import LEADING, PLURALS, accents, bare, is_no_answer, key, shown, split


def words_of(value: str) -> tuple[str, ...]:
    """Return the words of one answer as they were written, in their order, without non-answers."""
    return tuple(word for word in split(value) if not is_no_answer(word)) if is_substantive(value) else ()


def keys_of(answers: Iterable[Answer], merges: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each spelling; `merges` sends one key to another, as decided by hand."""
    return _keys(
        Counter((word, answer.language) for answer in answers for word in words_of(answer.value)), merges
    )


def _keys(written: Counter[tuple[str, str]], merges: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each spelling, by the language in which most people wrote it."""
    forms = {word: bare(word) for word, _ in written}
    speakers: dict[str, Counter[str]] = defaultdict(Counter)
    for (word, language), n in written.items():
        speakers[forms[word]][language if language in LEADING else ""] += n
    language_of = {
        form: max(found, key=lambda each: (each != "", found[each], each)) for form, found in speakers.items()
    }
    keys = {word: key(word, language_of[form]) or word for word, form in forms.items()}
    for language in PLURALS:
        own = {keys[word] for word, form in forms.items() if language_of[form] == language}
        merges = {**accents(own, language), **merges}
    return {word: _merged(found, merges) for word, found in keys.items()}


def _merged(found: str, merges: Mapping[str, str]) -> str:
    """Follow merges to their end; two that point at each other stop where they meet."""
    seen = {found}
    while (target := merges.get(found, found)) not in seen:
        found = target
        seen.add(target)
    return found


def labels_of(answers: Iterable[Answer], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the spelling to show of each key: the one most people wrote."""
    return _labels((word for answer in answers for word in words_of(answer.value)), keys)


def _labels(words: Iterable[str], keys: Mapping[str, str]) -> dict[str, str]:
    written: dict[str, list[str]] = defaultdict(list)
    for word in words:
        written[keys[word]].append(word)
    return {found: shown(spellings) for found, spellings in written.items()}


def spelled(answers: Iterable[Answer], merges: Mapping[str, str]) -> list[Answer]:
    """Return the answers with each word in the spelling that stands for it, once; others as they are."""
    given = [(answer, words_of(answer.value)) for answer in answers]
    keys = _keys(Counter((word, answer.language) for answer, words in given for word in words), merges)
    labels = _labels((word for _, words in given for word in words), keys)
    return [
        answer._replace(value=";".join(dict.fromkeys(labels[keys[word]] for word in words)))
        if words
        else answer
        for answer, words in given
    ]
