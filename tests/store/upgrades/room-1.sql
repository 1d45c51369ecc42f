-- key d6b7c7c832038bd6694b5b3446335cf43ad63ed5c869ff6240ac8f29c54cfcd0
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:53:23.244405+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('1325b32c28c1b0313b85de59e4c5e18f','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('1325b32c28c1b0313b85de59e4c5e18f','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('3b9a88037380ba8dfca9f97a4fb1e59d','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('3b9a88037380ba8dfca9f97a4fb1e59d','before','w_guichet','mot2','phone','fr',0);
INSERT INTO "answers" VALUES('3c2bacf177f35886416c8d483429c128','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('3c2bacf177f35886416c8d483429c128','before','w_guichet','mot4','phone','fr',0);
INSERT INTO "answers" VALUES('5437235e6327991c58573b5eef13f135','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('5437235e6327991c58573b5eef13f135','before','w_guichet','mot3','phone','fr',0);
INSERT INTO "answers" VALUES('781749f9d84ac052028ecaae35865183','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('781749f9d84ac052028ecaae35865183','before','w_guichet','mot1','phone','fr',0);
INSERT INTO "answers" VALUES('b5d575724df0754774de805f22613ea9','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('b5d575724df0754774de805f22613ea9','before','w_guichet','mot5','phone','fr',0);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('1325b32c28c1b0313b85de59e4c5e18f','f5b92d023741aa88e74daea87e4065a4');
INSERT INTO "tickets" VALUES('3b9a88037380ba8dfca9f97a4fb1e59d','820181e42fef1453fa6dd86a97ccd7e7');
INSERT INTO "tickets" VALUES('3c2bacf177f35886416c8d483429c128','6898f535ae5deb099bb3b6dcb2f39239');
INSERT INTO "tickets" VALUES('5437235e6327991c58573b5eef13f135','f15d7109872d7e7509b7bf213f2b1c0f');
INSERT INTO "tickets" VALUES('781749f9d84ac052028ecaae35865183','e40fcdf5917d10bf1f022bbec9812c62');
INSERT INTO "tickets" VALUES('b5d575724df0754774de805f22613ea9','5d6cf43c653a93bb05eef7d97defff55');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
