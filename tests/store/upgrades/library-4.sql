BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:52:53.837072+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:52:53.850608+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','library_3','2026-11-26 03:52:53.872275+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','library_4','2026-11-26 03:52:53.888584+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','library_7','2026-11-26 03:52:53.904051+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('1c4ae1cc4df2466d','Nour','nour','scrypt:32768:8:1$NThcTZZaNfdaWAkq$570be58c2924cf148af6154ab30f48919f7de914199f2fb10b5632e238c3a764d434accec4ea26bf6986c7f438b20ddecaf6dca39a89f1d34191477891178b0b','fr',1,1);
CREATE TABLE approved_quotes (
        answer TEXT PRIMARY KEY REFERENCES sealed_answers(id)
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
CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    , rehearsal INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
INSERT INTO "screenings" VALUES('aaaa','M9NRRX','1c4ae1cc4df2466d','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL,0);
INSERT INTO "screenings" VALUES('bbbb','KM8Y5B','1c4ae1cc4df2466d','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL,0);
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('0092fca46c2b9a801d6a2668dd4f0bf1','aaaa','w_guichet','4','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('1763b23e672effe12392d0edd251b4cf','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('1cc92d6a3afdc368a79e74a810786272','aaaa','w_guichet','3','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('26ba3d7b8806119cf827c3120b42b551','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('2ef2571857185a0aabcc28e086d61382','aaaa','w_guichet','1','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('41341d8bd2ee907b08b19f45a1fb6408','aaaa','s_guichet','4','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('5297d5f2793320c086e1151adbe3a44c','aaaa','w_guichet','6','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('5acdda198fa74c2d6351832abcc1a57f','aaaa','s_guichet','3','before','5','fr',0);
INSERT INTO "sealed_answers" VALUES('62530c1355b96c0c7c11c01e6ea9d3ae','aaaa','w_guichet','6','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('62a9126335bd03a013c70d3ee7eba28d','aaaa','w_guichet','5','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('62bdd7add1b3dcd2691952a7a0dda15c','aaaa','w_guichet','2','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('6c13b83685b1ff81b94a6bb25d0b66cf','aaaa','w_guichet','5','after','après0','fr',0);
INSERT INTO "sealed_answers" VALUES('718eeeae228a4253e437d9d16385f1ad','aaaa','w_guichet','2','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('79f08c86e1060af22270115bbc4ddb28','aaaa','w_guichet','3','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('7b03d0079b751c1114c9cf93761db72a','aaaa','s_guichet','2','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('8399881fb5c05bd0a73dcf0d47e5a1eb','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('87fafdcf3d1bd05cbd45bd9059c691e3','aaaa','w_guichet','1','after','après5','fr',0);
INSERT INTO "sealed_answers" VALUES('89a1c1a4273140fbf9a8ef8d5495a515','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('99359ca2d7f94cfdd4eced67fa2e57cd','aaaa','s_guichet','6','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('9e9199f8b6f6856fee16b2c0cc76acd2','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('a1db2b62f748d08768b71fc00b065cc5','aaaa','s_guichet','1','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('b9e53734bdde0d41cf25fd2e077977ad','aaaa','s_guichet','5','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('c7cdd3801ed59d30f1714eb7ddae0a50','aaaa','w_guichet','4','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('f9efdef9ab13c91230d2a11991f4b4a8','aaaa','s_guichet','4','after','4','fr',0);
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
