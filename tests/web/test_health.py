"""The address for programs that watch a server."""

from screening.store.database import close_connections


def test_it_says_ok_and_nothing_else(evening):
    told = evening.phone().get("/health")
    assert (told.status_code, told.text) == (200, "ok\n")
    assert told.mimetype == "text/plain"
    assert "Set-Cookie" not in told.headers
    assert told.headers["Cache-Control"] == "no-store"


def test_it_says_no_when_the_library_does_not_open_and_nothing_of_why(evening):
    evening.app.extensions["screening"].library.path.write_bytes(b"no database")
    close_connections()
    told = evening.phone().get("/health")
    assert (told.status_code, told.text) == (503, "no\n")
