-- key 0b100189adfad47854fd8a0769491961362ecb843fea16bd4f9666efc7848652
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:52:57.978541+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('2bf17e494b8a13594725899de6774ac5','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('2bf17e494b8a13594725899de6774ac5','before','w_guichet','mot5','phone','fr',0);
INSERT INTO "answers" VALUES('2d50a40b0217ecc7ebe76e71d2da68d2','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('2d50a40b0217ecc7ebe76e71d2da68d2','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('581c35d4556a4b7da6edc91bd59c14e1','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('581c35d4556a4b7da6edc91bd59c14e1','before','w_guichet','mot2','phone','fr',0);
INSERT INTO "answers" VALUES('5a3659d5a9b5f2d355df06ff449e151f','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('5a3659d5a9b5f2d355df06ff449e151f','before','w_guichet','mot3','phone','fr',0);
INSERT INTO "answers" VALUES('aba31fd228d2d25617c1d0eddee920f3','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('aba31fd228d2d25617c1d0eddee920f3','before','w_guichet','mot4','phone','fr',0);
INSERT INTO "answers" VALUES('d65034816ab849e731ff5c85f4d2b0fe','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('d65034816ab849e731ff5c85f4d2b0fe','before','w_guichet','mot1','phone','fr',0);
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
INSERT INTO "tickets" VALUES('2bf17e494b8a13594725899de6774ac5','bc031358ec41e25cb13f5f6cd1a347e0');
INSERT INTO "tickets" VALUES('2d50a40b0217ecc7ebe76e71d2da68d2','427f17fea5f07206e1404cdd3689de87');
INSERT INTO "tickets" VALUES('581c35d4556a4b7da6edc91bd59c14e1','e19e732049be4ef7f63b09e94304e781');
INSERT INTO "tickets" VALUES('5a3659d5a9b5f2d355df06ff449e151f','c6b093a35975ef8c8c5ae1b01182a872');
INSERT INTO "tickets" VALUES('aba31fd228d2d25617c1d0eddee920f3','b36f0b6791af9c835f0cc4685b7de082');
INSERT INTO "tickets" VALUES('d65034816ab849e731ff5c85f4d2b0fe','3775c5b37b8fc3cf9550572dde0ebd04');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
