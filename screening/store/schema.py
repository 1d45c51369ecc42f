"""The tables, as migrations: the library's and a room's.

No table has a time, an address, a browser or an order of arrival beside an answer. Tables of answers have no
hidden rowid (it would be the order of arrival).
"""

from sqlite_utils import Database, Migrations

library = Migrations("library")
room = Migrations("room")


@library()
def library_1(db: Database) -> None:
    """Accounts, screenings, and what sealing leaves of them."""
    for statement in _LIBRARY_1:
        db.execute(statement)


@library()
def library_2(db: Database) -> None:
    """What facilitators checked of a guide's dated figures, and their own updates."""
    db.execute(
        """CREATE TABLE figure_checks (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, figure TEXT NOT NULL,
            checked INTEGER NOT NULL, own_value TEXT NOT NULL, own_source TEXT NOT NULL,
            PRIMARY KEY (screening, step, figure)
        ) WITHOUT ROWID"""
    )


@library()
def library_3(db: Database) -> None:
    """Head counts of a moving debate: numbers of people on two sides, at its start and its end."""
    db.execute(
        """CREATE TABLE head_counts (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, statement INTEGER NOT NULL,
            start_agree INTEGER NOT NULL, start_disagree INTEGER NOT NULL,
            end_agree INTEGER NOT NULL, end_disagree INTEGER NOT NULL,
            PRIMARY KEY (screening, step, statement)
        ) WITHOUT ROWID"""
    )


@library()
def library_5(db: Database) -> None:
    """What a human decided about a text travels with its row: shown to a room or not, to be quoted or not."""
    for name in ("projection", "quoting"):
        db.execute(f"ALTER TABLE sealed_answers ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")


@room()
def room_1(db: Database) -> None:
    """One open screening: its state, tickets, answers and what was shown."""
    for statement in _ROOM_1:
        db.execute(statement)


@room()
def room_2(db: Database) -> None:
    """What a human decided about a text (`yes`, `no`, nothing yet), and how far a result was shown."""
    for name in ("projection", "quoting"):
        db.execute(f"ALTER TABLE answers ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    # Of results shown before this column was there, we only know that « before » was shown.
    db.execute("ALTER TABLE snapshots ADD COLUMN stage TEXT NOT NULL DEFAULT 'before'")


_LIBRARY_1 = (
    """CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE sealed_questions (
        screening TEXT NOT NULL REFERENCES screenings(id), position INTEGER NOT NULL,
        question TEXT NOT NULL, definition TEXT NOT NULL, repeats_snapshot INTEGER NOT NULL,
        PRIMARY KEY (screening, question)
    ) WITHOUT ROWID""",
    """CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX sealed_answers_by_question ON sealed_answers (screening, question)",
    """CREATE TABLE sealed_counts (
        screening TEXT NOT NULL REFERENCES screenings(id), name TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (screening, name)
    ) WITHOUT ROWID""",
)

_ROOM_1 = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID",
    """CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID""",
    "CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID",
)
