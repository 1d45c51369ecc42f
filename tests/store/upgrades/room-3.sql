-- key 5065ead4e29f1f07007df905d71a29282ac86c671e41ddf2d0545f9661aa2cb6
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:53:29.388391+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('3586dbb9f9caf4d8cccf5620bdad9e3b','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('3586dbb9f9caf4d8cccf5620bdad9e3b','before','w_guichet','mot1','phone','fr',0);
INSERT INTO "answers" VALUES('4d7e30f24b05bf7fe8f47affa7a616e6','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('4d7e30f24b05bf7fe8f47affa7a616e6','before','w_guichet','mot3','phone','fr',0);
INSERT INTO "answers" VALUES('815867cf8560d0b163a01dfb16b38de8','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('815867cf8560d0b163a01dfb16b38de8','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('86d154775e14c34fbf82f680c741a3b0','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('86d154775e14c34fbf82f680c741a3b0','before','w_guichet','mot5','phone','fr',0);
INSERT INTO "answers" VALUES('b6e28e8c69010c668f46c7bd1b29a97f','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('b6e28e8c69010c668f46c7bd1b29a97f','before','w_guichet','mot4','phone','fr',0);
INSERT INTO "answers" VALUES('dbc36eb2fafdadb405d4aee2ada2db03','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('dbc36eb2fafdadb405d4aee2ada2db03','before','w_guichet','mot2','phone','fr',0);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('3586dbb9f9caf4d8cccf5620bdad9e3b','413f0924bc7ec35ba6effa5a02db373b');
INSERT INTO "tickets" VALUES('4d7e30f24b05bf7fe8f47affa7a616e6','08fb07392ad49b21e95af588ba5ba882');
INSERT INTO "tickets" VALUES('815867cf8560d0b163a01dfb16b38de8','4a94edca1068b1b03edffd08d142ac58');
INSERT INTO "tickets" VALUES('86d154775e14c34fbf82f680c741a3b0','d1aa585d60c26abb5d04321ea4ff9f0a');
INSERT INTO "tickets" VALUES('b6e28e8c69010c668f46c7bd1b29a97f','a257c19afe4f4c5e6068c6e9bd048905');
INSERT INTO "tickets" VALUES('dbc36eb2fafdadb405d4aee2ada2db03','e5cb204644c7ab5a857fbc537b896ae5');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
