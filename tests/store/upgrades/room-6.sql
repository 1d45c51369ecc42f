-- key d5dacca1a54d476d3d998b4bf40c574adf2eb60edcf48a13413109057393cc6a
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:53:01.184340+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('2ec963e03f7d665d29a22903e631bd5e','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('2ec963e03f7d665d29a22903e631bd5e','before','w_guichet','mot4','phone','fr',0);
INSERT INTO "answers" VALUES('31a5fc4f74d5645f1ff5d58d470a604c','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('31a5fc4f74d5645f1ff5d58d470a604c','before','w_guichet','mot1','phone','fr',0);
INSERT INTO "answers" VALUES('963835c690548c6fe7f0aaa601fa5a98','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('963835c690548c6fe7f0aaa601fa5a98','before','w_guichet','mot2','phone','fr',0);
INSERT INTO "answers" VALUES('9cb021dd5e551d9c24dc0dcace993882','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('9cb021dd5e551d9c24dc0dcace993882','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('9e672d24d37512924b2043ba0482f07d','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('9e672d24d37512924b2043ba0482f07d','before','w_guichet','mot5','phone','fr',0);
INSERT INTO "answers" VALUES('ea146dd890adbd7d8b5fffc25ea6fee9','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('ea146dd890adbd7d8b5fffc25ea6fee9','before','w_guichet','mot3','phone','fr',0);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('asked','[{"id":"w_guichet","kind":"words","moments":["before","after"],"wording":{"fr":"Quels mots vous viennent avec « guichet » ?"},"plain":{"fr":"Quels mots pour « guichet » ?"},"help":{},"short":{"fr":"Mots pour « guichet »"},"dossier":"B1","added":false,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[],"toward_low":{},"toward_high":{},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]},{"id":"s_guichet","kind":"scale","moments":["before","after"],"wording":{"fr":"Il faut garder des guichets partout."},"plain":{"fr":"Il faut des guichets."},"help":{},"short":{"fr":"Garder des guichets"},"dossier":null,"added":true,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[{"fr":"Pas du tout d’accord"},{"fr":"Plutôt pas d’accord"},{"fr":"Ni l’un ni l’autre"},{"fr":"Plutôt d’accord"},{"fr":"Tout à fait d’accord"}],"toward_low":{"fr":"moins d’accord"},"toward_high":{"fr":"plus d’accord"},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]}]');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('2ec963e03f7d665d29a22903e631bd5e','8e88c140d4ee301b4a258f53f597866a');
INSERT INTO "tickets" VALUES('31a5fc4f74d5645f1ff5d58d470a604c','a386380f9e207ee23eec8d99a1866e6b');
INSERT INTO "tickets" VALUES('963835c690548c6fe7f0aaa601fa5a98','9dda6f72bb19cec588098486f52e44b2');
INSERT INTO "tickets" VALUES('9cb021dd5e551d9c24dc0dcace993882','1a67e227f5609afdda6b6377491b9d3d');
INSERT INTO "tickets" VALUES('9e672d24d37512924b2043ba0482f07d','a83cec63b7e4048077213a3b41506823');
INSERT INTO "tickets" VALUES('ea146dd890adbd7d8b5fffc25ea6fee9','829ac39a0ac180b4b40e76ba5bdbbcd3');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
