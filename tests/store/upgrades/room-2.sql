-- key c57ef643c6bb9c31a0e9ef787b396d4fed776951d52cf02ef682094618cdbf02
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:53:26.307745+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL,
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('9884459c06a5f8fb3783f7bd5d58ff00','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('9884459c06a5f8fb3783f7bd5d58ff00','before','w_guichet','mot5','phone','fr',0);
INSERT INTO "answers" VALUES('be5f9a3047b87fe675b8d9e5dd00ee4c','before','s_guichet','2','phone','fr',0);
INSERT INTO "answers" VALUES('be5f9a3047b87fe675b8d9e5dd00ee4c','before','w_guichet','mot1','phone','fr',0);
INSERT INTO "answers" VALUES('d29a1eaafcacf7ccb08109b2f6cde9c7','before','s_guichet','4','phone','fr',0);
INSERT INTO "answers" VALUES('d29a1eaafcacf7ccb08109b2f6cde9c7','before','w_guichet','mot3','phone','fr',0);
INSERT INTO "answers" VALUES('dc05f8d99ad9b61d8405a940e3d7d31c','before','s_guichet','1','phone','fr',0);
INSERT INTO "answers" VALUES('dc05f8d99ad9b61d8405a940e3d7d31c','before','w_guichet','mot0','phone','fr',0);
INSERT INTO "answers" VALUES('e40e7ba1155e6ec2f51fbb3dcc16cbaf','before','s_guichet','3','phone','fr',0);
INSERT INTO "answers" VALUES('e40e7ba1155e6ec2f51fbb3dcc16cbaf','before','w_guichet','mot2','phone','fr',0);
INSERT INTO "answers" VALUES('ee0063ec61f00e2a449bab5847f351e6','before','s_guichet','5','phone','fr',0);
INSERT INTO "answers" VALUES('ee0063ec61f00e2a449bab5847f351e6','before','w_guichet','mot4','phone','fr',0);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('9884459c06a5f8fb3783f7bd5d58ff00','5302f2c70603ca4ddba65a4ff8cd85c0');
INSERT INTO "tickets" VALUES('be5f9a3047b87fe675b8d9e5dd00ee4c','4e6d076cc311e1d0c5da62aac698a163');
INSERT INTO "tickets" VALUES('d29a1eaafcacf7ccb08109b2f6cde9c7','41b6a4d029187ddb498f737ce30093f5');
INSERT INTO "tickets" VALUES('dc05f8d99ad9b61d8405a940e3d7d31c','cb7354fbf1c0fbd8db26df1f503b9d45');
INSERT INTO "tickets" VALUES('e40e7ba1155e6ec2f51fbb3dcc16cbaf','d8615d18caf9ef437ed1790dda72eab3');
INSERT INTO "tickets" VALUES('ee0063ec61f00e2a449bab5847f351e6','042c490a31007aeefb8e0bbf43e6b00b');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
