from evenings import answered, console, wall


def click(evening, key: str, sure: str = "", client=None):
    client = client or evening.client
    keys = f"/clicker/{evening.code}/"
    token = client.get(keys).get_json()["token"]
    return client.post(keys, data={"key": key, "sure": sure, "csrf_token": token}).get_json()


def test_a_phase_is_left_only_when_next_comes_twice(evening):
    told = click(evening, "next")
    assert told["ask"] == "Encore une fois pour ouvrir les questions d’avant."
    assert "Ouvrir les questions d’avant" in console(evening)
    assert click(evening, "next", told["sure"]) == {}
    assert "Fermer et lancer le film" in console(evening)
    # The other window still says « preparing »: it asks again instead of starting the film.
    assert click(evening, "next", "preparing")["sure"] == "before"


def test_next_and_previous_walk_the_cards_and_previous_never_leaves_a_phase(evening):
    answered(evening, 5)
    click(evening, "next")
    first = wall(evening)
    click(evening, "next")
    assert wall(evening) != first
    click(evening, "previous")
    assert wall(evening) == first
    for _ in range(3):
        click(evening, "previous")
    assert "Projeter la suite" in console(evening)
    click(evening, "next")
    assert wall(evening) == first


def test_after_a_result_previous_goes_back_to_the_card(evening):
    answered(evening, 12)
    click(evening, "next")
    card = wall(evening)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    click(evening, "previous")
    assert wall(evening) == card


def test_next_shows_the_rest_of_a_result_before_the_next_card(evening):
    answered(evening, 12)
    click(evening, "next")
    card = wall(evening)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    assert "Montrer la réponse d’après" in console(evening)
    before = wall(evening)
    click(evening, "next")
    assert "finding" in wall(evening)
    assert wall(evening) != before
    while "finding" in wall(evening):
        click(evening, "next")
    assert wall(evening) != card
    click(evening, "previous")
    assert wall(evening) == card


def test_black_and_back(evening):
    click(evening, "black")
    assert "black" in wall(evening)
    click(evening, "black")
    assert "black" not in wall(evening)


def test_the_keys_bring_the_evening_to_its_end_and_not_further(evening):
    for _ in range(40):
        told = click(evening, "next")
        if "sure" in told:
            told = click(evening, "next", told["sure"])
    assert "console" in told["say"]
    assert "Sceller la séance" in console(evening)


def test_a_window_that_is_not_signed_in_gets_no_token_and_moves_nothing(evening):
    stranger = evening.phone()
    keys = f"/clicker/{evening.code}/"
    answer = stranger.get(keys)
    assert answer.status_code == 204
    assert not answer.headers.getlist("Set-Cookie")
    assert stranger.post(keys, data={"key": "next", "sure": "preparing"}).status_code in {400, 403}
    assert "Ouvrir les questions d’avant" in console(evening)
