BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:53:28.609357+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:53:28.616223+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','library_3','2026-11-26 03:53:28.628175+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('7b0dd0ed90b31e14','Nour','nour','scrypt:32768:8:1$JNWnAGZpMOl85vmu$68c30d195ec5dac1b838e8ffd5a9f90af51f6515c31edbdbc1cd08c59a9b1f68a10aa7093e9851e897189ceda7477ed40260308d9433693f9f8678ae08ed33ff','fr',1,1);
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
    ) WITHOUT ROWID;
INSERT INTO "screenings" VALUES('bbbb','3BE7M9','7b0dd0ed90b31e14','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL);
INSERT INTO "screenings" VALUES('aaaa','6CC7JV','7b0dd0ed90b31e14','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL);
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('1e9aee81c0085df118b19f6fdbb1bf0f','aaaa','w_guichet','4','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('20b68967092eb711fb87f2570b9c5dbb','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('29a5c6d00b2dbc733f73be6781ade64f','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('30049d6697b89eb0e4003735e4cb6824','aaaa','w_guichet','2','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('4bafbd73db8bef2147a2f4adfb430e3a','aaaa','s_guichet','6','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('4eb43876d680063f057797bd8c0a8bc8','aaaa','s_guichet','4','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('5baf12fe0dbdb9f51bf1c0d36a75ba2e','aaaa','w_guichet','2','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('5e14f9ff1e285d27ae025860364b5d37','aaaa','w_guichet','4','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('6ea84a72ec8cc1ed4af16e7d72fbb481','aaaa','s_guichet','4','before','5','fr',0);
INSERT INTO "sealed_answers" VALUES('7327234c8bab6d103188865ac5cb82f9','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('82978ae78328f8fea16d4524f91a442a','aaaa','w_guichet','3','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('82dcf93583b2ecb16de63657a5d633b9','aaaa','s_guichet','1','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('9541b858d85a246e64206152268b8e88','aaaa','w_guichet','6','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('a0f5aa53f78e79ccf8f88ae3038a4f28','aaaa','s_guichet','2','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('a36ef8c5008f158ac3b000af376f16ee','aaaa','w_guichet','1','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('a86e30f63bc7faf14c66a626e6174823','aaaa','w_guichet','1','after','après5','fr',0);
INSERT INTO "sealed_answers" VALUES('aad53d0e290092ec01a3a4e463a7a52c','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('b1445600ab32b0df3a2d9cdd5ba5f64f','aaaa','w_guichet','6','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('d1341d7af736671b01573d68e0eb492e','aaaa','s_guichet','5','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('d265407c769ff8e8c19024e646f2a119','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('dbc4fb6b3eccd83e8227e2131f4cfe4b','aaaa','w_guichet','5','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('df3f3a6aeff5b6059ffc9d9abbf866b9','aaaa','w_guichet','3','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('e66e1ca7d251f0ba4c4f60f1fbb805d3','aaaa','s_guichet','3','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('fc4fd0f70318bb1b90a3575bf9d84261','aaaa','w_guichet','5','after','après0','fr',0);
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
