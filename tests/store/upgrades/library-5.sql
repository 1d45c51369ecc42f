BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:52:57.060346+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:52:57.084035+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','library_3','2026-11-26 03:52:57.108151+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','library_4','2026-11-26 03:52:57.128234+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','library_7','2026-11-26 03:52:57.168192+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'library','library_8','2026-11-26 03:52:57.192283+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'library','library_9','2026-11-26 03:52:57.216735+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    , sessions INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('c790bf0caa478484','Nour','nour','scrypt:32768:8:1$r0HC0Q2r37pyAtMj$1657fa794ecffecfd7f3788da6fc18a1d833885c078cf9ab584c45dfced4762a04fe08016dc5272c89a0b4f553785050ed20caf36c8cac5a9eed0cc57b5ab0aa','fr',1,1,0);
CREATE TABLE approved_quotes (
        answer TEXT PRIMARY KEY REFERENCES sealed_answers(id)
    ) WITHOUT ROWID;
CREATE TABLE debriefs (
            screening TEXT NOT NULL REFERENCES screenings(id), version INTEGER NOT NULL, day TEXT NOT NULL,
            texts TEXT NOT NULL, offered INTEGER NOT NULL, PRIMARY KEY (screening, version)
        ) WITHOUT ROWID;
CREATE TABLE figure_checks (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, figure TEXT NOT NULL,
            checked INTEGER NOT NULL, own_value TEXT NOT NULL, own_source TEXT NOT NULL,
            PRIMARY KEY (screening, step, figure)
        ) WITHOUT ROWID;
CREATE TABLE head_counts (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, statement INTEGER NOT NULL,
            start_agree INTEGER NOT NULL, start_disagree INTEGER NOT NULL,
            end_agree INTEGER NOT NULL, end_disagree INTEGER NOT NULL,
            PRIMARY KEY (screening, step, statement)
        ) WITHOUT ROWID;
CREATE TABLE links (
            hash TEXT PRIMARY KEY, account TEXT, name TEXT NOT NULL, facilitator INTEGER NOT NULL,
            organiser INTEGER NOT NULL, expires TEXT NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    , rehearsal INTEGER NOT NULL DEFAULT 0, "start" TEXT NOT NULL DEFAULT '', "end" TEXT NOT NULL DEFAULT '', "municipality" TEXT NOT NULL DEFAULT '', "partners" TEXT NOT NULL DEFAULT '', "facilitators" TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
INSERT INTO "screenings" VALUES('aaaa','P4MCJ5','c790bf0caa478484','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL,0,'','','','','');
INSERT INTO "screenings" VALUES('bbbb','349E5X','c790bf0caa478484','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL,0,'','','','','');
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('08d08ced4fb2d1b4bcd50a384d759c64','aaaa','w_guichet','3','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('4301a24de0a462be4626d2e237d6c263','aaaa','s_guichet','5','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('43e4e165a55f90b680c5ca1fc8620e9c','aaaa','w_guichet','6','after','après5','fr',0);
INSERT INTO "sealed_answers" VALUES('4fe2202b1dd9de1402b2748e9e5ac15d','aaaa','w_guichet','3','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('505a1267c586bbdf2860162414ec1895','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('58accccb684028d83b6648313f35cfaa','aaaa','s_guichet','1','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('5e5cc394d4abfa638c2e4d35adc565c9','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('6c7d31ed01252eba6f87204ff4d79b90','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('77b3f3fa2efa804a40be226ffaf2152d','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('842b3f79b8313feb57d8f46d67fc9c6f','aaaa','w_guichet','1','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('8810c350d7e25ef8c4d9c16bf4087e25','aaaa','w_guichet','4','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('9054eba890bdbaa5c14643a3d4128e49','aaaa','s_guichet','3','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('9bbc5c0800a92b9de381c011b2cb98e1','aaaa','w_guichet','6','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('a0967b79cba726cb0780e305e1448628','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('a4361e01771600689de9177a0fa3326b','aaaa','w_guichet','5','after','après0','fr',0);
INSERT INTO "sealed_answers" VALUES('aec48f9007e0b7a2d92cc659bd2568fd','aaaa','s_guichet','4','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('b1b0524b7c35879f0601158e7066ec92','aaaa','w_guichet','2','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('bfdd0c7d30f0d956e9f0127356726734','aaaa','w_guichet','4','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('c0117a011bb05ca3e966705db1332f49','aaaa','w_guichet','2','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('e2c6f82995fdb07df5866574e41830d8','aaaa','w_guichet','5','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('ee599e348ca448172db53b1549eb537a','aaaa','s_guichet','2','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('f562dd7cedba719cc9cc75b65f5961d4','aaaa','w_guichet','1','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('faccc7b036b951de367027f5e659c8e4','aaaa','s_guichet','6','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('fc4163a765ac3b66e4b6d8e7322f3a64','aaaa','s_guichet','4','before','5','fr',0);
CREATE TABLE sealed_counts (
        screening TEXT NOT NULL REFERENCES screenings(id), name TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (screening, name)
    ) WITHOUT ROWID;
INSERT INTO "sealed_counts" VALUES('aaaa','after',6);
INSERT INTO "sealed_counts" VALUES('aaaa','after accompanied',0);
INSERT INTO "sealed_counts" VALUES('aaaa','after paper',0);
INSERT INTO "sealed_counts" VALUES('aaaa','after phone',6);
INSERT INTO "sealed_counts" VALUES('aaaa','before',6);
INSERT INTO "sealed_counts" VALUES('aaaa','before accompanied',0);
INSERT INTO "sealed_counts" VALUES('aaaa','before paper',0);
INSERT INTO "sealed_counts" VALUES('aaaa','before phone',6);
INSERT INTO "sealed_counts" VALUES('aaaa','both',6);
INSERT INTO "sealed_counts" VALUES('aaaa','present',12);
CREATE TABLE sealed_questions (
        screening TEXT NOT NULL REFERENCES screenings(id), position INTEGER NOT NULL,
        question TEXT NOT NULL, definition TEXT NOT NULL, repeats_snapshot INTEGER NOT NULL,
        PRIMARY KEY (screening, question)
    ) WITHOUT ROWID;
INSERT INTO "sealed_questions" VALUES('aaaa',1,'s_guichet','{"id":"s_guichet","kind":"scale","moments":["before","after"],"wording":{"fr":"Il faut garder des guichets partout."},"plain":{"fr":"Il faut des guichets."},"help":{},"short":{"fr":"Garder des guichets"},"dossier":null,"added":true,"default_set":true,"behind":false,"limit":3,"labels":[{"fr":"Pas du tout d’accord"},{"fr":"Plutôt pas d’accord"},{"fr":"Ni l’un ni l’autre"},{"fr":"Plutôt d’accord"},{"fr":"Tout à fait d’accord"}],"toward_low":{"fr":"moins d’accord"},"toward_high":{"fr":"plus d’accord"},"control":false,"reference":null,"options":[],"own_words":false,"quotable":false,"reviewed":[]}',0);
INSERT INTO "sealed_questions" VALUES('aaaa',0,'w_guichet','{"id":"w_guichet","kind":"words","moments":["before","after"],"wording":{"fr":"Quels mots vous viennent avec « guichet » ?"},"plain":{"fr":"Quels mots pour « guichet » ?"},"help":{},"short":{"fr":"Mots pour « guichet »"},"dossier":"B1","added":false,"default_set":true,"behind":false,"limit":3,"labels":[],"toward_low":{},"toward_high":{},"control":false,"reference":null,"options":[],"own_words":false,"quotable":false,"reviewed":[]}',0);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE theme_codes (
        answer TEXT NOT NULL REFERENCES sealed_answers(id), theme TEXT NOT NULL REFERENCES themes(id),
        PRIMARY KEY (answer, theme)
    ) WITHOUT ROWID;
CREATE TABLE themes (
        id TEXT PRIMARY KEY, wording TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (wording, name)
    ) WITHOUT ROWID;
CREATE TABLE word_merges (
        n INTEGER PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        source TEXT NOT NULL, target TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
    );
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX sealed_answers_by_question ON sealed_answers (screening, question);
COMMIT;
