BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:53:25.436864+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:53:25.456056+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('38076211b4598bb4','Nour','nour','scrypt:32768:8:1$rqZgBez3qP3Qx5Od$991214b6b55c02dea1ed5988bb9e4042ed117d5e4508dc8fd275b8af5c680dbe813b076630b663dcd1419919919b7e892ac5d58a41b43f4c6baa97577a958eb6','fr',1,1);
CREATE TABLE figure_checks (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, figure TEXT NOT NULL,
            checked INTEGER NOT NULL, own_value TEXT NOT NULL, own_source TEXT NOT NULL,
            PRIMARY KEY (screening, step, figure)
        ) WITHOUT ROWID;
CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    ) WITHOUT ROWID;
INSERT INTO "screenings" VALUES('aaaa','6TA6A5','38076211b4598bb4','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL);
INSERT INTO "screenings" VALUES('bbbb','D7D795','38076211b4598bb4','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL);
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('28dcda68a712d00a17cf5f03b442c669','aaaa','w_guichet','1','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('308e24aa145bf419c5d545691718f7de','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('33fc204105b50f748c6b80a73b4f5ec1','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('34691328828790e433c7b9471dad0bd4','aaaa','s_guichet','2','before','5','fr',0);
INSERT INTO "sealed_answers" VALUES('3bd3ef9f370c6b86d0a5c354851f2b59','aaaa','w_guichet','2','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('4b10b715123200e1a93dcdffaacacc9a','aaaa','s_guichet','4','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('4e1b60f7983cc0bf4de1e4011b4c6e56','aaaa','s_guichet','3','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('549f6ada72fb154e44a8209d5abbc8a3','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('5f71bc043ee9f2a4fa0a53ca8ae9609b','aaaa','w_guichet','1','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('7434d8a2b8573f87fcb0853760a97358','aaaa','w_guichet','2','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('80ec276587a401cb53a82f7e56a3e382','aaaa','s_guichet','5','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('896b4068c52b1a8dfa0a18bf03579d46','aaaa','w_guichet','4','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('929b6492df1f7f929d861c6ea8b5cfd6','aaaa','w_guichet','6','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('9a66d5e15914e65ae037f4e0a635c7b6','aaaa','w_guichet','6','after','après0','fr',0);
INSERT INTO "sealed_answers" VALUES('9e0961e37bab05ca8159996c7b23a0af','aaaa','w_guichet','4','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('a309f2669177ff83610297e67aa5289a','aaaa','w_guichet','5','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('a47a4067b369c8c1594beaafe67df868','aaaa','s_guichet','6','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('b186b896e57e16053be4f75b6c6777d1','aaaa','s_guichet','4','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('b55fe905b791204448e6a1c88c9ff130','aaaa','w_guichet','5','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('c0c703696db1bb6bf9eb6ae0fbaeaf9c','aaaa','w_guichet','3','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('cb3c661ff57fdc51d199fbfe941d2d6d','aaaa','s_guichet','1','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('db30197ca5ef1608e92190360e5e5c92','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('e1422f810f332740b58f02e3e30360c4','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('fcd47286fe4cebc6db429c41420a559e','aaaa','w_guichet','3','after','après5','fr',0);
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
