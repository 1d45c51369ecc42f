import datetime


def test_an_evening_that_ended_long_ago_is_offered_for_sealing(evening):
    library, today = evening.library, datetime.date(2026, 11, 25)
    assert library.unsealed_since(today) == []
    library.set_ended(evening.screening.id, today - datetime.timedelta(days=7))
    assert [s.id for s in library.unsealed_since(today - datetime.timedelta(days=7))] == [
        evening.screening.id
    ]
    assert library.unsealed_since(today - datetime.timedelta(days=8)) == []
    assert library.unsealed_since(today, owner="somebody else") == []
