import shutil

from pages import press

from screening.app import create_app
from screening.config import Settings


def test_dated_figures_are_listed_and_the_facilitators_own_is_shown_instead(evening):
    wall = f"/projector/{evening.code}/screen"
    evening.go("preparing", "before", "film", "after")
    evening.press("screen", step="fiche", card="figure-0")
    assert "Chiffre à vérifier" in evening.client.get(wall).text
    assert "le rapport est inventé" not in evening.client.get(wall).text
    page = evening.client.get(evening.url + "check").text
    assert "45" in page
    assert "le rapport est inventé" in page
    ticked = {"checked fiche/heure": "1"}
    assert "C’est noté" in press(evening.client, evening.url + "check", ticked).text
    assert "à vérifier" not in evening.client.get(wall).text
    own = {"value fiche/heure": "51 %", "source fiche/heure": "Rapport 2026"}
    press(evening.client, evening.url + "check", own)
    shown = evening.client.get(wall).text
    assert "51 %" in shown
    assert "Rapport 2026" in shown
    assert "45" not in shown


def test_the_about_page_names_the_makers_and_the_dossier(app):
    page = app.test_client().get("/about").text
    assert "Un film inventé" in page
    assert "Dossier inventé" in page


def test_a_guide_with_faults_is_told_with_its_reason_and_the_others_serve(tmp_path, settings):
    folder = tmp_path / "guides"
    shutil.copytree(settings.guides[0] / "le-guichet", folder / "sain")
    shutil.copytree(settings.guides[0] / "le-guichet", folder / "casse")
    (folder / "casse" / "porte.md").unlink()
    own = Settings(data=settings.data, public_url=settings.public_url, guides=(folder,))
    client = create_app(own).test_client()
    sent = {"name": "Nour", "sign_in": "nour", "password": "un long mot"}
    page = press(client, f"/setup/{own.setup_secret}", sent).text
    assert "« casse » n’est pas utilisable".replace("« ", "«\u00a0").replace(" »", "\u00a0»") in page
    assert "porte.md" in page
    assert client.get("/screenings/new").status_code == 200
