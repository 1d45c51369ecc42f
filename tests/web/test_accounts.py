from pages import press


def test_the_set_up_link_works_once(app, settings):
    client = app.test_client()
    assert client.get("/setup/wrong").status_code == 404
    sent = {"name": "Nour", "sign_in": "nour", "password": "court"}
    short = press(client, f"/setup/{settings.setup_secret}", sent)
    assert "Huit caractères" in short.text
    assert 'value="Nour"' in short.text
    done = press(client, f"/setup/{settings.setup_secret}", {**sent, "password": "assez long"})
    assert "Pas encore de séance" in done.text
    assert app.test_client().get(f"/setup/{settings.setup_secret}").location == "/sign-in"


def test_signing_in_and_out(app, facilitator):
    client = app.test_client()
    wrong = press(client, "/sign-in", {"sign_in": "nour", "password": "autre chose"})
    assert wrong.status_code == 400
    assert "ne vont pas ensemble" in wrong.text
    assert "Séances" in press(client, "/sign-in", {"sign_in": "nour", "password": "un long mot"}).text
    assert "Se connecter" in press(client, "/screenings/", {}, "/sign-out").text
    assert client.get("/screenings/").location == "/sign-in"


def test_a_clock_that_steps_back_logs_nobody_out(app, facilitator, monkeypatch):
    import time

    real = time.time
    for shift in (-400 * 86400, -5, 3600, 400 * 86400):
        monkeypatch.setattr(time, "time", lambda shift=shift: real() + shift)
        assert facilitator.get("/screenings/").status_code == 200
