-- key f1241379be3cfd7bc26df8120ed1afcc25f83e6b1eca05aa566299ed984b6fed
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:52:54.712344+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('277f4b84dae3a48ce78261564ca4c8e3','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('277f4b84dae3a48ce78261564ca4c8e3','before','w_guichet','mot5','phone','fr',0);
INSERT INTO "answers" VALUES('39be61024851bb7e0ad60dbe81b86d09','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('39be61024851bb7e0ad60dbe81b86d09','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('504222c2c5b6c986b0f22ba57a36f247','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('504222c2c5b6c986b0f22ba57a36f247','before','w_guichet','mot2','phone','fr',0);
INSERT INTO "answers" VALUES('7158244899e44c8129c102df92e74303','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('7158244899e44c8129c102df92e74303','before','w_guichet','mot4','phone','fr',0);
INSERT INTO "answers" VALUES('e1f3bf2ff921e41c8eadca1d8ea7352a','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('e1f3bf2ff921e41c8eadca1d8ea7352a','before','w_guichet','mot3','phone','fr',0);
INSERT INTO "answers" VALUES('f03be44731691a1e6dd7ab9c19c9f8cc','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('f03be44731691a1e6dd7ab9c19c9f8cc','before','w_guichet','mot1','phone','fr',0);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('asked','[{"id":"w_guichet","kind":"words","moments":["before","after"],"wording":{"fr":"Quels mots vous viennent avec « guichet » ?"},"plain":{"fr":"Quels mots pour « guichet » ?"},"help":{},"short":{"fr":"Mots pour « guichet »"},"dossier":"B1","added":false,"default_set":true,"behind":false,"limit":3,"labels":[],"toward_low":{},"toward_high":{},"control":false,"reference":null,"options":[],"own_words":false,"quotable":false,"reviewed":[]},{"id":"s_guichet","kind":"scale","moments":["before","after"],"wording":{"fr":"Il faut garder des guichets partout."},"plain":{"fr":"Il faut des guichets."},"help":{},"short":{"fr":"Garder des guichets"},"dossier":null,"added":true,"default_set":true,"behind":false,"limit":3,"labels":[{"fr":"Pas du tout d’accord"},{"fr":"Plutôt pas d’accord"},{"fr":"Ni l’un ni l’autre"},{"fr":"Plutôt d’accord"},{"fr":"Tout à fait d’accord"}],"toward_low":{"fr":"moins d’accord"},"toward_high":{"fr":"plus d’accord"},"control":false,"reference":null,"options":[],"own_words":false,"quotable":false,"reviewed":[]}]');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('277f4b84dae3a48ce78261564ca4c8e3','f4c7678daabdae2f45e7419f42c5739a');
INSERT INTO "tickets" VALUES('39be61024851bb7e0ad60dbe81b86d09','7cbb79cac1415ecfba33faad5ccbaf05');
INSERT INTO "tickets" VALUES('504222c2c5b6c986b0f22ba57a36f247','c0f944aceafc54992f0816a4c14ed1ff');
INSERT INTO "tickets" VALUES('7158244899e44c8129c102df92e74303','de7304b109f6feacb3a7971e206c4600');
INSERT INTO "tickets" VALUES('e1f3bf2ff921e41c8eadca1d8ea7352a','93ba7e255cad80889a79bcb14a471552');
INSERT INTO "tickets" VALUES('f03be44731691a1e6dd7ab9c19c9f8cc','ac4d2b5d9e2fc7cdbd53ef9570e8ce95');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
