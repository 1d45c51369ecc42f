import re

from pages import PLAN, press


def page(evening, path: str = "") -> str:
    return evening.client.get(evening.url + path, follow_redirects=True).text


def test_a_stranger_sees_no_page_of_facilitators(evening):
    stranger = evening.phone()
    for path in ("", "live", "seal", "paper/", "paper/tickets", "paper/typing", "plan"):
        assert stranger.get(evening.url + path).location == "/sign-in"
    assert stranger.get("/summaries/").location == "/sign-in"
    assert stranger.post(evening.url + "phase", data={"from": "preparing"}).status_code == 400


def test_each_phase_offers_its_one_next_step_and_the_way_back(evening):
    for phase, text in [
        ("preparing", "Ouvrir les questions d’avant"),
        ("before", "Fermer et lancer le film"),
        ("film", "Film terminé"),
        ("after", "Fermer et ouvrir le débat"),
        ("debate", "Projeter la suite"),
        ("ended", "Sceller la séance"),
    ]:
        assert text in page(evening)
        evening.go(phase)
    evening.press("phase", **{"from": "ended", "back": "1"})
    assert "Projeter la suite" in page(evening)


def test_two_consoles_pressing_the_same_button_go_one_step(evening):
    evening.go("preparing", "preparing")
    assert "Fermer et lancer le film" in page(evening)


def test_the_projector_shows_the_guide_and_never_the_notes(evening):
    evening.go("preparing", "before", "film", "after")
    wall = f"/projector/{evening.code}/screen"
    seen = []
    hidden = r'name="step" value="(\w+)">\s*<input type="hidden" name="card" value="([\w-]+)">'
    while found := re.search(hidden + r'\s*<button class="button big"', page(evening)):
        evening.press("screen", step=found[1], card=found[2])
        seen.append(evening.client.get(wall).text)
    whole = "".join(seen)
    assert "Qui attend avec vous" in whole
    assert "Quel moment vous a marqué·es" in whole
    assert "Qu’emportez-vous" in whole
    assert "Note secrète" not in whole
    assert "Que faire ensemble" not in whole  # a sequence that was not picked
    evening.press("screen", step="fiche", card="figure-0")
    figure = evening.client.get(wall).text
    assert "45 %" in figure.replace("\u00a0", " ")
    assert "2024" in figure
    assert "Rapport inventé" in figure


def test_the_projector_answers_304_until_something_changes(evening):
    phone = evening.phone()
    first = phone.get(f"/projector/{evening.code}/screen")
    same = phone.get(f"/projector/{evening.code}/screen", headers={"If-None-Match": first.headers["ETag"]})
    assert same.status_code == 304
    evening.press("black")
    changed = phone.get(f"/projector/{evening.code}/screen", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_the_qr_code_comes_from_the_configured_address_not_from_the_request(evening):
    phone = evening.phone()
    forged = phone.get(f"/projector/{evening.code}/", headers={"Host": "evil.example"})
    assert "evil" not in forged.text
    join = phone.get(f"/projector/{evening.code}/", headers={"Host": "10.0.0.66"}).text
    assert "192.168.1.20:8080" in join
    assert "10.0.0.66" not in join
    assert phone.get(f"/projector/{evening.code}/qr.svg").mimetype == "image/svg+xml"


def everyone(evening, n: int) -> None:
    phones = [evening.phone() for _ in range(n)]
    evening.go("preparing")
    for i, phone in enumerate(phones):
        evening.answer(phone, "before", q_s_guichet=str(1 + i % 3), q_w_guichet_1="file", q_e_attente="2")
    evening.go("before", "film")
    for phone in phones:
        evening.answer(phone, "after", q_s_guichet="5", q_w_guichet_1="écran", q_h_humeur="colere",
                       q_t_flou="Qui décide ?", q_e_attente="5")  # fmt: skip
    evening.go("after")


def test_before_is_locked_until_after_has_closed(evening):
    everyone(evening, 12)
    assert "Montrer avant" not in page(evening)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    assert "finding" not in evening.client.get(f"/projector/{evening.code}/screen").text
    evening.press("grace")
    assert "Montrer avant" in page(evening)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    assert "finding" in evening.client.get(f"/projector/{evening.code}/screen").text
    evening.press("reveal", question="e_attente", stage="before", step="attente")
    wall = f"/projector/{evening.code}/screen"
    assert "Repère" not in evening.client.get(wall).text
    evening.press("reveal", question="e_attente", stage="after", step="attente")
    assert "de 4 à 5 sur 10" in evening.client.get(wall).text
    assert "Rapport inventé" in evening.client.get(wall).text
    back = evening.press("phase", **{"from": "debate", "back": "1"})
    assert "reste fermé" in back.text


def test_a_question_asked_only_after_the_film_is_not_said_to_have_a_before(evening):
    everyone(evening, 12)
    evening.press("grace")
    row = next(row for row in page(evening).split("<li") if 'value="h_humeur"' in row)
    assert ">Montrer<" in row
    assert "Puis après" not in row
    evening.press("reveal", question="h_humeur", stage="after", step="attente")
    wall = evening.client.get(f"/projector/{evening.code}/screen").text
    assert "Après le film" in wall
    assert "Avant, puis après" not in wall


def test_the_flow_is_offered_and_shown_only_after_both_moments_and_where_the_gate_opens_it(evening):
    evening.press("present", present="30")
    evening.go("preparing")
    phones = [evening.phone() for _ in range(20)]
    for phone in phones:
        evening.answer(phone, "before", q_s_guichet="2")
    evening.go("before", "film")
    for n, phone in enumerate(phones):
        evening.answer(phone, "after", q_s_guichet="4" if n < 14 else "2")
    evening.go("after")
    evening.press("grace")
    evening.press("reveal", question="s_guichet", stage="before")
    assert "Puis de l’un à l’autre" not in page(evening)
    evening.press("reveal", question="s_guichet", stage="after")
    assert "Puis de l’un à l’autre" in page(evening)
    wall = f"/projector/{evening.code}/screen"
    assert "chart-s_guichet-flow" not in evening.client.get(wall).text
    evening.press("reveal", question="s_guichet", stage="flow")
    assert "chart-s_guichet-flow" in evening.client.get(wall).text


def test_texts_are_not_offered_for_the_wall(evening):
    everyone(evening, 6)
    evening.press("grace")
    results = page(evening).split('id="results"')[1]
    assert "Humeur" in results
    assert "flou" not in results.split("</section>")[0]


def test_sealing_asks_two_ticks_and_opens_the_summary(evening):
    everyone(evening, 12)
    evening.go("debate")
    assert press(evening.client, evening.url + "seal", {}).status_code == 400
    summary = press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    assert "12 avant, 12 après, dont 12 aux deux moments" in summary.text
    assert "juste après le film" in summary.text
    assert "Qui décide ?" not in summary.text
    assert "Soirée au quartier" in evening.client.get("/summaries/").text
    assert evening.phone().get(evening.room).status_code == 404
    assert evening.client.get(evening.url).location.startswith("/summaries/")


def test_the_plan_gives_back_what_was_typed_with_the_reason(evening):
    wrong = {**PLAN, "title": "Ma séance", "expected": "0", "sequences": ["attente", "porte", "retour"]}
    refused = press(evening.client, "/screenings/new", wrong)
    assert refused.status_code == 400
    assert 'value="Ma séance"' in refused.text
    assert "entre 1 et 500" in refused.text
    assert "trop long" in refused.text


def test_the_guide_can_be_read(evening):
    guide = evening.client.get("/screenings/guides/le-guichet/").text
    assert "Note secrète" in guide
    assert "À vérifier" in guide


def test_the_console_shows_the_run_sheet_beside_real_time(evening):
    evening.press("plan")
    assert "La soirée dure" not in page(evening)  # the example has a run sheet for 60 minutes only
    press(evening.client, evening.url + "plan", {**PLAN, "minutes": "60"})
    assert "La soirée dure 60 min" in page(evening)
    evening.press("run", part="0", how="begin")
    assert "Encore 60 min" in page(evening)
    evening.press("run", part="0", how="shorten")
    assert "prévu 58 min" in page(evening)
    evening.press("run", part="7", how="skip")
    assert "Tout" in page(evening, "run-sheet")


def test_heads_counted_in_a_moving_debate_are_shown_side_by_side_and_kept(evening):
    evening.go("preparing", "before", "film", "after")
    counted = {"start_agree": "12", "start_disagree": "3", "end_agree": "7", "end_disagree": "8"}
    shown = evening.press("heads", step="mouvant", statement="0", **counted)
    assert "quatre nombres" not in shown.text, shown.text
    wall = evening.client.get(f"/projector/{evening.code}/screen").text
    assert "Un guichet vaut mieux" in wall
    assert all(f"<td>{n}</td>" in wall for n in (12, 3, 7, 8))
    assert (
        "quatre nombres"
        in evening.press("heads", step="mouvant", statement="0", **{**counted, "end_agree": "x"}).text
    )
    evening.go("debate")
    summary = press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"}).text
    assert "Un guichet vaut mieux" in summary
