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
def library_4(db: Database) -> None:
    """What people decided about sealed words and texts: merges, themes, quotes approved."""
    for statement in _LIBRARY_4:
        db.execute(statement)


@library()
def library_7(db: Database) -> None:
    """Rehearsals: screenings with simulated participants, never counted."""
    db.execute("ALTER TABLE screenings ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0")


@library()
def library_8(db: Database) -> None:
    """Links that invite somebody or set a password anew (only their hash), and sessions that can be ended."""
    db.execute(
        """CREATE TABLE links (
            hash TEXT PRIMARY KEY, account TEXT, name TEXT NOT NULL, facilitator INTEGER NOT NULL,
            organiser INTEGER NOT NULL, expires TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    db.execute("ALTER TABLE accounts ADD COLUMN sessions INTEGER NOT NULL DEFAULT 0")


@library()
def library_9(db: Database) -> None:
    """What an association notes of its season: more of each screening, debriefs, how long it keeps."""
    for name in ("start", "end", "municipality", "partners", "facilitators"):
        db.execute(f"ALTER TABLE screenings ADD COLUMN \"{name}\" TEXT NOT NULL DEFAULT ''")
    db.execute(
        """CREATE TABLE debriefs (
            screening TEXT NOT NULL REFERENCES screenings(id), version INTEGER NOT NULL, day TEXT NOT NULL,
            texts TEXT NOT NULL, offered INTEGER NOT NULL, PRIMARY KEY (screening, version)
        ) WITHOUT ROWID"""
    )
    db.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


@library()
def library_12(db: Database) -> None:
    """The languages of a screening: those in which its sheets are printed, offered first on phones."""
    db.execute("ALTER TABLE screenings ADD COLUMN languages TEXT NOT NULL DEFAULT '[\"fr\"]'")


@library()
def library_6(db: Database) -> None:
    """Hands raised for a statement asked aloud: people at each of its points, and the question as asked."""
    db.execute(
        """CREATE TABLE hand_counts (
            screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL, moment TEXT NOT NULL,
            definition TEXT NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
            n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            PRIMARY KEY (screening, question, moment)
        ) WITHOUT ROWID"""
    )


@library()
def library_5(db: Database) -> None:
    """Whether a human let a text be projected travels with its row; quotes are in `approved_quotes`."""
    db.execute("ALTER TABLE sealed_answers ADD COLUMN projection TEXT NOT NULL DEFAULT ''")


@library()
def library_15(db: Database) -> None:
    """What travels and what is published: versions of coding, debriefs that may be printed, a year's choices.

    Group totals are a facilitator's own estimates of a whole room, in a table that no answer is near.
    """
    for statement in _LIBRARY_15:
        db.execute(statement)


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

_LIBRARY_4 = (
    """CREATE TABLE word_merges (
        n INTEGER PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        source TEXT NOT NULL, target TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE themes (
        id TEXT PRIMARY KEY, wording TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (wording, name)
    ) WITHOUT ROWID""",
    """CREATE TABLE theme_codes (
        answer TEXT NOT NULL REFERENCES sealed_answers(id), theme TEXT NOT NULL REFERENCES themes(id),
        PRIMARY KEY (answer, theme)
    ) WITHOUT ROWID""",
    """CREATE TABLE approved_quotes (
        answer TEXT PRIMARY KEY REFERENCES sealed_answers(id)
    ) WITHOUT ROWID""",
)

_LIBRARY_15 = (
    "ALTER TABLE debriefs ADD COLUMN shared INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE coding_versions (
        screening TEXT PRIMARY KEY REFERENCES screenings(id), version INTEGER NOT NULL, day TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE offered_codings (
        screening TEXT PRIMARY KEY REFERENCES screenings(id), content TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE report_picks (
        screening TEXT NOT NULL REFERENCES screenings(id), what TEXT NOT NULL, item TEXT NOT NULL,
        PRIMARY KEY (screening, what, item)
    ) WITHOUT ROWID""",
    """CREATE TABLE group_totals (
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
