-- key 260d2e1a715f976d773e53884aab63428bcdabd513e143c18ff26c41bf42073e
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'room','room_1','2026-11-26 03:53:04.156264+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'room','room_2','2026-11-26 03:53:04.180189+00:00');
CREATE TABLE answers (
        ticket TEXT NOT NULL REFERENCES tickets(id), moment TEXT NOT NULL, question TEXT NOT NULL,
        value TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, quotable INTEGER NOT NULL, projection TEXT NOT NULL DEFAULT '', quoting TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (ticket, moment, question)
    ) WITHOUT ROWID;
INSERT INTO "answers" VALUES('03e09a6ea54085f8657b7ad777c57b23','before','s_guichet','1','phone','fr',0,'','');
INSERT INTO "answers" VALUES('03e09a6ea54085f8657b7ad777c57b23','before','w_guichet','mot0','phone','fr',0,'','');
INSERT INTO "answers" VALUES('41453a8e93f65092eb091adf175ff75d','before','s_guichet','3','phone','fr',0,'','');
INSERT INTO "answers" VALUES('41453a8e93f65092eb091adf175ff75d','before','w_guichet','mot2','phone','fr',0,'','');
INSERT INTO "answers" VALUES('89763615e57bca617f046326f1af72eb','before','s_guichet','1','phone','fr',0,'','');
INSERT INTO "answers" VALUES('89763615e57bca617f046326f1af72eb','before','w_guichet','mot5','phone','fr',0,'','');
INSERT INTO "answers" VALUES('d24f48c63ee334ab9e43dd7a0ef28893','before','s_guichet','4','phone','fr',0,'','');
INSERT INTO "answers" VALUES('d24f48c63ee334ab9e43dd7a0ef28893','before','w_guichet','mot3','phone','fr',0,'','');
INSERT INTO "answers" VALUES('f60a171b6aa635a8c510e1613476512b','before','s_guichet','2','phone','fr',0,'','');
INSERT INTO "answers" VALUES('f60a171b6aa635a8c510e1613476512b','before','w_guichet','mot1','phone','fr',0,'','');
INSERT INTO "answers" VALUES('fb7b9a184eea1f6e5c09c7960d5c4c51','before','s_guichet','5','phone','fr',0,'','');
INSERT INTO "answers" VALUES('fb7b9a184eea1f6e5c09c7960d5c4c51','before','w_guichet','mot4','phone','fr',0,'','');
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "facts" VALUES('after_at','film');
INSERT INTO "facts" VALUES('asked','[{"id":"w_guichet","kind":"words","moments":["before","after"],"wording":{"fr":"Quels mots vous viennent avec « guichet » ?"},"plain":{"fr":"Quels mots pour « guichet » ?"},"help":{},"short":{"fr":"Mots pour « guichet »"},"dossier":"B1","added":false,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[],"toward_low":{},"toward_high":{},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]},{"id":"s_guichet","kind":"scale","moments":["before","after"],"wording":{"fr":"Il faut garder des guichets partout."},"plain":{"fr":"Il faut des guichets."},"help":{},"short":{"fr":"Garder des guichets"},"dossier":null,"added":true,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[{"fr":"Pas du tout d’accord"},{"fr":"Plutôt pas d’accord"},{"fr":"Ni l’un ni l’autre"},{"fr":"Plutôt d’accord"},{"fr":"Tout à fait d’accord"}],"toward_low":{"fr":"moins d’accord"},"toward_high":{"fr":"plus d’accord"},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]}]');
INSERT INTO "facts" VALUES('black','0');
INSERT INTO "facts" VALUES('entered','1795665184');
INSERT INTO "facts" VALUES('phase','film');
INSERT INTO "facts" VALUES('present','12');
INSERT INTO "facts" VALUES('screen','{}');
INSERT INTO "facts" VALUES('version','2');
CREATE TABLE snapshots (question TEXT PRIMARY KEY, answers TEXT NOT NULL, stage TEXT NOT NULL DEFAULT 'before') WITHOUT ROWID;
CREATE TABLE tickets (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) WITHOUT ROWID;
INSERT INTO "tickets" VALUES('03e09a6ea54085f8657b7ad777c57b23','2394a44ec13a2fe979cac49840a9b7af');
INSERT INTO "tickets" VALUES('41453a8e93f65092eb091adf175ff75d','2e7a1589a1fa1020029b9bb3723737da');
INSERT INTO "tickets" VALUES('89763615e57bca617f046326f1af72eb','f83ff1c0aac9e23a6fa019478f545363');
INSERT INTO "tickets" VALUES('d24f48c63ee334ab9e43dd7a0ef28893','dba6c1550a956fc571c06c3f4166a9f6');
INSERT INTO "tickets" VALUES('f60a171b6aa635a8c510e1613476512b','39f9104771d9d6bb18a47c871360517b');
INSERT INTO "tickets" VALUES('fb7b9a184eea1f6e5c09c7960d5c4c51','44f6b074fc3f19f780b024307bb01b9a');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
