"""After sealing: the report on the page and as a PDF, words joined, texts sorted into themes."""

import html
import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from pages import csrf, press

from screening.cli import main

EXAMPLES = Path(__file__).parents[1] / "guides"


@pytest.fixture
def sealed(evening):
    """Twelve people: « file » before, « écran » or « smartphone » after, six texts."""
    evening.go("preparing")
    phones = [evening.phone() for _ in range(12)]
    for n, phone in enumerate(phones):
        evening.answer(
            phone, "before", q_s_guichet=str(2 + n % 2), q_w_guichet_1="file", q_w_guichet_2=f"a{n}"
        )
    evening.go("before", "film")
    for n, phone in enumerate(phones):
        word = "écran" if n < 8 else "smartphone"
        evening.answer(
            phone,
            "after",
            q_s_guichet=str(4 + n % 2),
            q_w_guichet_1=word,
            **({"q_t_flou": f"Texte {n}", "q_t_flou_quote": "1"} if n < 6 else {"q_t_flou": ""}),
        )
    evening.go("after")
    evening.press("grace")
    evening.go("debate")
    page = evening.press("seal", typed="y", destroyed="y")
    assert "/summaries/" in page.request.path
    return evening.client, page.request.path


def test_the_summary_starts_with_what_matters_and_the_pdf_says_the_same(sealed):
    client, url = sealed
    page = client.get(url).text
    first = page.split('id="main-findings"')[1].split("</section>")[0]
    assert "Mouvement net vers" in first
    assert "12 personnes sur 12" in first
    assert page.index("Ce qu’il faut retenir") < page.index('id="s_guichet"')
    pdf = client.get(f"{url}report.pdf")
    assert pdf.mimetype == "application/pdf"
    assert pdf.data.startswith(b"%PDF-")
    assert "Mouvement net" not in client.get(f"{url}?lang=en").text
    assert "“Clear movement” means" in client.get(f"{url}?lang=en").text


def test_words_of_a_moment_with_few_people_are_not_read_one_by_one(evening):
    evening.go("preparing")
    phones = [evening.phone() for _ in range(5)]
    for phone in phones[:3]:
        evening.answer(phone, "before", q_w_guichet_1="réfugiée")
    evening.go("before", "film")
    for phone in phones:
        evening.answer(phone, "after", q_w_guichet_1="écran")
    evening.go("after")
    evening.press("grace")
    evening.go("debate")
    summary = evening.press("seal", typed="y", destroyed="y").request.path
    page = evening.client.get(f"{summary}coding/w_guichet/words").text
    assert "écran" in page
    assert "réfugiée" not in page


def test_the_texts_of_a_large_hall_are_sorted_at_once(sealed):
    client, url = sealed
    page = f"{url}coding/t_flou/texts"
    many = [f"{n:032x}" for n in range(3_000)]
    sent = client.post(
        page, data={"csrf_token": csrf(client.get(page).text), "text": many, "theme": "la file"}
    )
    assert sent.status_code == 303
    assert "la file" in client.get(page).text


def test_the_command_writes_the_same_report(sealed, app, tmp_path):
    _client, url = sealed
    screening = url.strip("/").rpartition("/")[2]
    data = str(app.extensions["screening"].settings.data)
    asked = ["report", screening, "--data", data, "--into", str(tmp_path), "--lang", "nl"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    assert next(tmp_path.glob("bilan-*.pdf")).read_bytes().startswith(b"%PDF-")
    assert screening in CliRunner().invoke(main, ["report", "--data", data]).output
    assert "n’existe pas" in CliRunner().invoke(main, ["report", "nope", "--data", data]).output


def test_words_are_joined_for_both_moments_blind_to_the_moment_and_taken_back(sealed):
    client, url = sealed
    page = f"{url}coding/w_guichet/words"
    shown = client.get(page).text
    assert "écran" in shown
    assert "avant (" not in shown
    joined = press(client, page, {"word": ["écran", "smartphone"], "under": "écran"})
    assert "Ce qui a été réuni" in joined.text
    summary = client.get(url).text.split('id="w_guichet"')[1].split("</section>")[0]
    assert "« écran » arrive : donné après seulement par 12 personnes sur 12." in summary.replace(
        "\u00a0", " "
    )
    merge = re.search(r'name="undo" value="(\d+)"', joined.text)[1]
    undone = press(client, page, {"undo": merge})
    assert "défait" in undone.text
    apart = client.get(url).text.split('id="w_guichet"')[1].split("</section>")[0]
    assert "« écran » arrive : donné après seulement par 8 personnes sur 12." in apart.replace("\u00a0", " ")


def test_a_theme_is_shown_from_three_people_on_and_a_quote_after_two_yeses(sealed):
    client, url = sealed
    page = f"{url}coding/t_flou/texts"
    press(client, page, {"theme": "Les délais"})
    shown = client.get(page).text
    theme = re.search(r'type="checkbox" name="\w+" value="(\w+)"', shown)[1]
    texts = re.findall(r'name="text" value="(\w+)"', shown)
    assert len(texts) == 6

    def coded(n: int) -> str:
        fields = {"csrf_token": csrf(client.get(page).text), "text": texts}
        fields |= dict.fromkeys(texts[:n], theme) | {"approved": texts[:1]}
        assert client.post(page, data=fields).status_code == 303
        return client.get(url).text.split('id="t_flou"')[1].split("</section>")[0]

    assert "Les délais" not in coded(2)
    two_yeses = coded(3)
    assert "Les délais" in two_yeses
    assert "3 personnes" in two_yeses
    assert two_yeses.count("<blockquote") == int("Peut être" not in shown)


def test_nobody_else_reads_or_changes_what_was_written(sealed, app):
    client, url = sealed
    stranger = app.test_client()
    for page in ("coding/t_flou/texts", "coding/w_guichet/words", "report.pdf"):
        assert stranger.get(url + page).location == "/sign-in"
    assert client.get(f"{url}coding/s_guichet/words").status_code == 404


def test_figures_and_words_leave_as_files_and_words_only_from_ten_people_on(sealed):
    client, url = sealed
    figures = client.get(f"{url}findings.csv")
    assert figures.data.startswith(b"\xef\xbb\xbf")
    assert "smartphone;4;12" in figures.text
    told = client.get(f"{url}findings.json").get_json()
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(
        told, json.loads(files("screening.summary").joinpath("schema.json").read_text("utf-8"))
    )
    after = next(q for q in told["questions"] if q["id"] == "w_guichet")["after"]["counts"]
    assert {"value": "smartphone", "people": 4} in after
    for sheet in ("findings.ods", "words-w_guichet-before.ods"):
        assert client.get(url + sheet).data.startswith(b"PK")
    matrix = client.get(f"{url}words-w_guichet-before.csv").text
    assert matrix.count("file") == 12
    assert "words-w_guichet-before.csv" in client.get(url).text
    assert client.get(f"{url}words-s_guichet-before.csv").status_code == 404


def test_the_report_holds_the_debrief_of_the_facilitator(sealed):
    client, url = sealed
    assert 'id="debrief"' not in client.get(url).text
    press(client, f"{url}debrief/", {"critical": "On a parlé des guichets.", "worked": ""})
    told = client.get(url).text.split('id="debrief"')[1]
    assert "On a parlé des guichets." in told
    assert "Ce qui a marché" not in told


def test_an_installation_may_ask_for_more_answers_before_it_shows_any(sealed, app):
    client, url = sealed
    services = app.extensions["screening"]
    app.extensions["screening"] = replace(services, settings=replace(services.settings, minimum=13))
    told = client.get(url).text.split('id="s_guichet"')[1].split("</section>")[0]
    assert "Moins de 13 réponses" in told
    assert "<svg" not in told


def test_the_command_and_the_page_say_the_same(sealed, tmp_path):
    client, url = sealed
    told = client.get(url).text.split('id="s_guichet"')[1].split("</section>")[0]
    rows = [f"t{n},{m},s_guichet,{v + n % 2}" for n in range(12) for m, v in (("before", 2), ("after", 4))]
    file = tmp_path / "answers.csv"
    file.write_text("\n".join(["ticket,moment,question,value", *rows]), "utf-8")
    asked = ["summarise", str(file), "--guide", str(EXAMPLES / "le-guichet"), "--json"]
    (found,) = json.loads(CliRunner().invoke(main, asked).output)["questions"]
    assert html.escape(found["verdict"]) in told
    assert f"{found['paired']['up']} personnes sur {found['n_paired']}" in told.replace("\u00a0", " ")
    assert all(f'<td class="number">{each["people"]}</td>' in told for each in found["after"]["counts"])
