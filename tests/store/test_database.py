import sqlite3
import threading

import pytest

from screening.store import schema
from screening.store.database import NewerSchema, StoreError, prepare, reading, writing
from screening.store.library import Library

ANSWER_COLUMNS = {
    "sealed_answers": {
        "id",
        "screening",
        "question",
        "pair",
        "moment",
        "value",
        "language",
        "quotable",
        "projection",
    },
    "answers": {
        "ticket",
        "moment",
        "question",
        "value",
        "channel",
        "language",
        "quotable",
        "projection",
        "quoting",
    },
    "tickets": {"id", "code"},
}


# Every column that may exist. A new one is added by hand: could it tell who said what, or when?
COLUMNS = {
    "accounts": "id name sign_in password language facilitator organiser sessions",
    "approved_quotes": "answer",
    # The day on which a debrief was written, by a facilitator; nothing of those who answered.
    "debriefs": "screening version day texts offered shared",
    # The day of a coding is that of whoever coded; an offered one holds what a coding holds.
    "coding_versions": "screening version day",
    "offered_codings": "screening content",
    "report_picks": "screening what item",
    # A facilitator's estimates of a whole room, with no answer beside them.
    "group_totals": "screening name n",
    "hand_counts": "screening question moment definition n1 n2 n3 n4 n5",
    "links": "hash account name facilitator organiser expires",
    "settings": "name value",
    "theme_codes": "answer theme",
    "themes": "id wording name",
    "word_merges": "n screening question source target undone",
    "answers": "ticket moment question value channel language quotable projection quoting",
    "facts": "name value",
    "figure_checks": "screening step figure checked own_value own_source",
    "head_counts": "screening step statement start_agree start_disagree end_agree end_disagree",
    "screenings": "id code owner title date place audience expected minutes guide after_at questions "
    "sequences sealed ended rehearsal start end municipality partners facilitators languages",
    "sealed_answers": "id screening question pair moment value language quotable projection",
    "sealed_counts": "screening name n",
    "sealed_questions": "screening position question definition repeats_snapshot",
    "snapshots": "question answers stage",
    "tickets": "id code",
    # sqlite-utils: when this program made or changed the tables.
    "_sqlite_migrations": "id migration_set name applied_at",
}


def test_the_columns_of_every_table_are_these(tmp_path):
    for name, migrations in (("l.db", schema.library), ("r.db", schema.room)):
        prepare(tmp_path / name, migrations)
        with reading(tmp_path / name) as db:
            for table in db.table_names():
                found = " ".join(column.name for column in db[table].columns)
                assert COLUMNS.get(table) == found, f"add the line of {table}, if it may be"
                assert not db[table].triggers


def test_no_table_of_answers_holds_a_time_an_order_or_a_person(tmp_path):
    prepare(tmp_path / "l.db", schema.library)
    prepare(tmp_path / "r.db", schema.room)
    for name in ("l.db", "r.db"):
        with reading(tmp_path / name) as db:
            for table in set(db.table_names()) & set(ANSWER_COLUMNS):
                assert {c.name for c in db[table].columns} == ANSWER_COLUMNS[table]
                with pytest.raises(sqlite3.OperationalError):
                    db.execute(f"SELECT rowid FROM {table}")


def test_writers_at_once_never_meet_a_locked_database(tmp_path):
    path = tmp_path / "w.db"
    prepare(path, schema.room)
    failures = []

    def write(worker: int) -> None:
        try:
            for n in range(15):
                with writing(path) as db:
                    db.execute("INSERT INTO facts VALUES (?, ?)", [f"{worker}-{n}", ""])
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=[worker]) for worker in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    with reading(path) as db:
        assert db["facts"].count == 120


def test_pragmas_hold_on_every_connection(tmp_path):
    path = tmp_path / "p.db"
    prepare(path, schema.room)
    with reading(path) as db:
        pragmas = [
            db.execute(f"PRAGMA {n}").fetchone()[0] for n in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert pragmas == ["truncate", 3, 1]


def test_data_of_a_newer_version_is_refused_untouched(tmp_path):
    library = Library(tmp_path / "library.db")
    library.prepare()
    with writing(library.path) as db:
        row = {"migration_set": "library", "name": "library_99", "applied_at": ""}
        db["_sqlite_migrations"].insert(row)
    before = library.path.read_bytes()
    with pytest.raises(NewerSchema, match="plus récente"):
        library.prepare()
    assert library.path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="n’a pas été touché"):
        prepare(path, schema.library)
    assert path.read_bytes() == b"not a database at all" * 100


def test_an_error_in_a_block_undoes_all_of_it(tmp_path):
    path = tmp_path / "u.db"
    prepare(path, schema.room)
    with pytest.raises(RuntimeError), writing(path) as db:
        db.execute("INSERT INTO facts VALUES ('a', 'b')")
        raise RuntimeError
    with reading(path) as db:
        assert db["facts"].count == 0
