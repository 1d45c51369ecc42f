BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:53:22.652485+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('50cfe20951ced442','Nour','nour','scrypt:32768:8:1$XUHonFYUaNeOa6De$e09fcd5567990563b0291b2123354927215086d108f781e0e2af7ff9c48c3943ad35a713754259acc84e837974acdb835f5441bac3834e258643d43a7bed8f77','fr',1,1);
CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    ) WITHOUT ROWID;
INSERT INTO "screenings" VALUES('bbbb','4J85XQ','50cfe20951ced442','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL);
INSERT INTO "screenings" VALUES('aaaa','XR3E7D','50cfe20951ced442','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL);
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('1416c6348c8a91ecb9158059a5a0001b','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('184184f8a92980700b440669893d6bfb','aaaa','s_guichet','3','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('244673ae72f330a4d13821b9640b4f92','aaaa','w_guichet','2','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('3ffd62761fa1bf3757d263529207a180','aaaa','s_guichet','5','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('4aa1327c0a711e0db6926114a0f61d6e','aaaa','w_guichet','3','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('4b20563fe0e99979b86246add4e0995a','aaaa','w_guichet','4','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('5792bdc2e6af985d0987731798f5f867','aaaa','w_guichet','5','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('5946486b362c4f80ed5e6dae31ee7bc3','aaaa','s_guichet','1','before','5','fr',0);
INSERT INTO "sealed_answers" VALUES('5ba7df6de13b9d893e07f6073c47bc1b','aaaa','w_guichet','1','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('64c4922e0f05f04eb4522ab3ee9725a1','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('6c7ea348764f66fc997ce4b58ae6c3e0','aaaa','s_guichet','4','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('86387a239b064f4d3f0f850c17c9a857','aaaa','w_guichet','2','after','après5','fr',0);
INSERT INTO "sealed_answers" VALUES('8cca58b87812939b73195d640ed01654','aaaa','w_guichet','1','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('8dee04c9b1284839b855f16c0d0f0913','aaaa','w_guichet','3','after','après0','fr',0);
INSERT INTO "sealed_answers" VALUES('9f2fbc28ea4022d750628ee0c58debd8','aaaa','w_guichet','6','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('a1d1c26bfd3f20b19906aa460b80e55a','aaaa','s_guichet','2','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('b813b6def6066891ebdf5b53b69cf622','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('c5083a69aab64706bc04ffc8f9107f0a','aaaa','w_guichet','4','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('ce44f525dbc8cb1d2ecf6370a3b8be2e','aaaa','w_guichet','5','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('e864c104c8054fdafca63011f10d8cc5','aaaa','s_guichet','6','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('f32a08ce89d8e60f0b1d4ff83c1d8573','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('f38a3e97379198de5e82104f4f5c18e1','aaaa','w_guichet','6','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('f5b2a8fdee41d57c568b79482a4312df','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('fca853943207a13500386edaa3032fab','aaaa','s_guichet','4','after','4','fr',0);
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX sealed_answers_by_question ON sealed_answers (screening, question);
COMMIT;
