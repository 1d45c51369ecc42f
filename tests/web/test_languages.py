"""Participants' pages in eight languages."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import screening
from screening import resources
from screening.i18n import LANGUAGES

TRANSLATIONS = Path(screening.__file__).parent / "translations"
OTHERS = [code for code in LANGUAGES if code != "fr"]


SPOKEN = {"_": None, "gettext": None, "ngettext": (1, 2)}
"""What sentences stand in; a `trans` block counts as one of the last two."""


def sentences(file: Path) -> set[str]:
    method = "python" if file.suffix == ".py" else "jinja2.ext:babel_extract"
    found = extract_from_file(method, file, keywords=SPOKEN, options={"trimmed": "1"})
    return {message if isinstance(message, str) else message[0] for _line, message, *_more in found}


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_is_complete_and_compiled_as_it_is_written(code):
    folder = TRANSLATIONS / code / "LC_MESSAGES"
    written, compiled = (
        {forms(m.id): forms(m.string) for m in read(BytesIO((folder / name).read_bytes())) if m.id}
        for read, name in ((read_po, "messages.po"), (read_mo, "messages.mo"))
    )
    assert written == compiled
    for french, texts in written.items():
        for text in texts:
            assert text, french
            holes = r"%\(\w+\)s|\{\w\}"
            assert sorted(re.findall(holes, french[-1])) == sorted(re.findall(holes, text)), french


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_participants_is_in_every_catalogue(code):
    source = Path(screening.__file__).parents[1]
    pages = [
        *(source / "templates" / "participants").glob("*.html"),
        *(
            source / "screening/web" / f"{name}.py"
            for name in ("participants", "answering", "asking", "shared", "waiting")
        ),
        # What is printed for them, but for the pages around it.
        *(
            source / "templates/paper" / f"{name}.html"
            for name in ("questions", "sheets", "tickets", "poster", "notice")
        ),
        # The group's results on a phone, and the try with one's own.
        *(source / "screening/output/charts").glob("*.py"),
        *(source / "screening/output" / f"{name}.py" for name in ("people", "wording", "words_told")),
        *(source / "templates" / "charts").glob("*.html"),
        source / "templates/phones/reached.html",
    ]
    said = {sentence for page in pages for sentence in sentences(page)}
    assert len(said) > 150
    assert said <= known(code), said - known(code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_person_chooses_once_and_answers_to_the_end_in_that_language(evening, code):
    evening.go("preparing")
    phone = evening.phone()
    page = phone.get(f"{evening.room}?lang={code}").text
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in page
    assert f'lang="{code}"' in phone.get(f"{evening.room}before").text
    thanks = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    assert f'<html lang="{code}"' in thanks
    assert ("Vos réponses sont enregistrées" in thanks) == (code == "fr")


def test_the_browsers_language_is_taken_when_none_was_chosen(evening):
    evening.go("preparing")
    page = evening.phone().get(evening.room, headers={"Accept-Language": "nl-BE,nl;q=0.9,fr;q=0.5"}).text
    assert "Welkom" in page


def test_a_question_without_translation_is_marked_as_french(evening):
    evening.go("preparing")
    page = evening.phone().get(f"{evening.room}before?lang=tr").text
    assert '<span lang="fr" dir="ltr">Il faut garder des guichets partout.</span>' in page


def test_the_language_is_counted_with_the_answer(evening):
    from screening.store.answers import read_answers

    evening.go("preparing")
    phone = evening.phone()
    phone.get(f"{evening.room}?lang=ar")
    evening.answer(phone, "before", q_s_guichet="4")
    rooms = evening.app.extensions["screening"].rooms
    with rooms.read(evening.url.strip("/").split("/")[-1]) as db:
        assert {a.language for a in read_answers(db, ["s_guichet"])} == {"ar"}


@pytest.mark.parametrize(
    ("code", "join"), [("nl", "Zeg ons vóór de film"), ("en", "Before the film, tell us")]
)
def test_the_projector_speaks_dutch_and_english(evening, code, join):
    wall = evening.phone().get(f"/projector/{evening.code}/?lang={code}")
    assert f'<html lang="{code}"' in wall.text
    assert join in wall.text
    assert f"screen?lang={code}" in wall.text


SOURCES = [*Path(screening.__file__).parent.rglob("*.py"), *resources.folder("templates").rglob("*.html")]


@pytest.fixture(scope="module")
def said() -> set[str]:
    """Every sentence that stands in `_("…")` or in a `trans` block."""
    found = {sentence for file in SOURCES for sentence in sentences(file)}
    assert len(found) > 500
    return found


def known(code: str) -> set[str]:
    written = BytesIO((TRANSLATIONS / code / "LC_MESSAGES" / "messages.po").read_bytes())
    return {forms(message.id)[0] for message in read_po(written) if message.id}


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_sentence_of_the_product_is_in_dutch_and_english(code, said):
    assert said <= known(code), said - known(code)


@pytest.mark.parametrize("code", OTHERS)
def test_no_catalogue_holds_a_sentence_that_nothing_says(code, said):
    # What the machine is looked at for is chosen by name, so its sentences stand elsewhere in the sources.
    written = re.sub(r'"\s*\n\s*f?"', "", "".join(file.read_text("utf-8") for file in SOURCES))
    assert not {sentence for sentence in known(code) - said if sentence not in written}
