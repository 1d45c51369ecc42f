BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:53:03.117380+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:53:03.121191+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','library_3','2026-11-26 03:53:03.144054+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','library_4','2026-11-26 03:53:03.160171+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','library_7','2026-11-26 03:53:03.184117+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'library','library_8','2026-11-26 03:53:03.208184+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'library','library_9','2026-11-26 03:53:03.232662+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'library','library_6','2026-11-26 03:53:03.256000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'library','library_5','2026-11-26 03:53:03.280185+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    , sessions INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('7999221736ad56aa','Nour','nour','scrypt:32768:8:1$X9XWTcPLyA6QNrNX$7a5f3573dc326f4cb6bd5b9f1ad4a307d4989dc973db053c8c31f570893208dfc0b6b9010d04fa8b93dc37370f69466a593c081ad78b29a4e0b4a73c33068f20','fr',1,1,0);
CREATE TABLE approved_quotes (
        answer TEXT PRIMARY KEY REFERENCES sealed_answers(id)
    ) WITHOUT ROWID;
CREATE TABLE debriefs (
            screening TEXT NOT NULL REFERENCES screenings(id), version INTEGER NOT NULL, day TEXT NOT NULL,
            texts TEXT NOT NULL, offered INTEGER NOT NULL, PRIMARY KEY (screening, version)
        ) WITHOUT ROWID;
CREATE TABLE figure_checks (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, figure TEXT NOT NULL,
            checked INTEGER NOT NULL, own_value TEXT NOT NULL, own_source TEXT NOT NULL,
            PRIMARY KEY (screening, step, figure)
        ) WITHOUT ROWID;
CREATE TABLE hand_counts (
            screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL, moment TEXT NOT NULL,
            definition TEXT NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
            n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            PRIMARY KEY (screening, question, moment)
        ) WITHOUT ROWID;
CREATE TABLE head_counts (
            screening TEXT NOT NULL REFERENCES screenings(id), step TEXT NOT NULL, statement INTEGER NOT NULL,
            start_agree INTEGER NOT NULL, start_disagree INTEGER NOT NULL,
            end_agree INTEGER NOT NULL, end_disagree INTEGER NOT NULL,
            PRIMARY KEY (screening, step, statement)
        ) WITHOUT ROWID;
CREATE TABLE links (
            hash TEXT PRIMARY KEY, account TEXT, name TEXT NOT NULL, facilitator INTEGER NOT NULL,
            organiser INTEGER NOT NULL, expires TEXT NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE screenings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner TEXT NOT NULL REFERENCES accounts(id),
        title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, audience TEXT NOT NULL,
        expected INTEGER NOT NULL, minutes INTEGER NOT NULL, guide TEXT NOT NULL, after_at TEXT NOT NULL,
        questions TEXT NOT NULL, sequences TEXT NOT NULL, sealed INTEGER NOT NULL DEFAULT 0,
        ended TEXT
    , rehearsal INTEGER NOT NULL DEFAULT 0, "start" TEXT NOT NULL DEFAULT '', "end" TEXT NOT NULL DEFAULT '', "municipality" TEXT NOT NULL DEFAULT '', "partners" TEXT NOT NULL DEFAULT '', "facilitators" TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
INSERT INTO "screenings" VALUES('aaaa','PR8PWB','7999221736ad56aa','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL,0,'','','','','');
INSERT INTO "screenings" VALUES('bbbb','EDH48M','7999221736ad56aa','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL,0,'','','','','');
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    , projection TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('04827e957192b6a5040362cb462c7c30','aaaa','s_guichet','6','before','1','fr',0,'');
INSERT INTO "sealed_answers" VALUES('0a0658364c085190fb5ed91b1019bf9d','aaaa','w_guichet','3','before','mot5','fr',0,'');
INSERT INTO "sealed_answers" VALUES('109048d5994d7814f2206622ee98b125','aaaa','s_guichet','3','before','1','fr',0,'');
INSERT INTO "sealed_answers" VALUES('1b587a10dfa6f919fc1c301f47749c9b','aaaa','s_guichet','6','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('1d7834b5312f55081056f6b9fb5facca','aaaa','w_guichet','6','after','après2','fr',0,'');
INSERT INTO "sealed_answers" VALUES('3ebf9ebc653c4f1b72ce3eef9849a547','aaaa','w_guichet','4','before','mot0','fr',0,'');
INSERT INTO "sealed_answers" VALUES('412822cfeb4f76d962d53d66ae285ebc','aaaa','w_guichet','4','after','après0','fr',0,'');
INSERT INTO "sealed_answers" VALUES('43dafaa31f110d7f0c317d507b10fc66','aaaa','w_guichet','6','before','mot2','fr',0,'');
INSERT INTO "sealed_answers" VALUES('5968cf8cc31b8f0e7054941251de51ee','aaaa','s_guichet','1','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('657d762b12cef9ae716c8704b717053d','aaaa','s_guichet','2','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('66c42dcb87245fc3f72f0a236af36de1','aaaa','s_guichet','4','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('6ee95e1dbd0f8ad568f15fc68a47f3e1','aaaa','s_guichet','2','before','3','fr',0,'');
INSERT INTO "sealed_answers" VALUES('71dc3c1dfeb4d1741a4d08ca5eb39fca','aaaa','w_guichet','1','after','après4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('8237a6408f212c4b5a54dfd9a3255d6c','aaaa','w_guichet','5','after','après1','fr',0,'');
INSERT INTO "sealed_answers" VALUES('af098ac0f27befb9b94ef147a3cdf589','aaaa','w_guichet','5','before','mot1','fr',0,'');
INSERT INTO "sealed_answers" VALUES('b5a62b4bf221599e2e94f8c99a5f760b','aaaa','s_guichet','1','before','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('c2cf9c7ea2782d0b58aea9b324a48d4e','aaaa','w_guichet','2','before','mot3','fr',0,'');
INSERT INTO "sealed_answers" VALUES('d6c8268d4c20407a8de17f6dc24c8665','aaaa','s_guichet','5','before','5','fr',0,'');
INSERT INTO "sealed_answers" VALUES('d74e615aed9735eed7e114727b25aca0','aaaa','s_guichet','5','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('db3ff2e888bd4b721d2db5381e519831','aaaa','w_guichet','3','after','après5','fr',0,'');
INSERT INTO "sealed_answers" VALUES('e083089a98c89eb3d59cb18be9f94f68','aaaa','w_guichet','1','before','mot4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('e79c28e2b97f1868f9bfa0c84fffcc94','aaaa','w_guichet','2','after','après3','fr',0,'');
INSERT INTO "sealed_answers" VALUES('eba325273678c04cea722f0655bfb8a8','aaaa','s_guichet','3','after','4','fr',0,'');
INSERT INTO "sealed_answers" VALUES('f7941e0d6e5a8d833c91b37ce6b522af','aaaa','s_guichet','4','before','2','fr',0,'');
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
INSERT INTO "sealed_counts" VALUES('aaaa','sheets collected',0);
INSERT INTO "sealed_counts" VALUES('aaaa','sheets typed',0);
CREATE TABLE sealed_questions (
        screening TEXT NOT NULL REFERENCES screenings(id), position INTEGER NOT NULL,
        question TEXT NOT NULL, definition TEXT NOT NULL, repeats_snapshot INTEGER NOT NULL,
        PRIMARY KEY (screening, question)
    ) WITHOUT ROWID;
INSERT INTO "sealed_questions" VALUES('aaaa',1,'s_guichet','{"id":"s_guichet","kind":"scale","moments":["before","after"],"wording":{"fr":"Il faut garder des guichets partout."},"plain":{"fr":"Il faut des guichets."},"help":{},"short":{"fr":"Garder des guichets"},"dossier":null,"added":true,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[{"fr":"Pas du tout d’accord"},{"fr":"Plutôt pas d’accord"},{"fr":"Ni l’un ni l’autre"},{"fr":"Plutôt d’accord"},{"fr":"Tout à fait d’accord"}],"toward_low":{"fr":"moins d’accord"},"toward_high":{"fr":"plus d’accord"},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]}',0);
INSERT INTO "sealed_questions" VALUES('aaaa',0,'w_guichet','{"id":"w_guichet","kind":"words","moments":["before","after"],"wording":{"fr":"Quels mots vous viennent avec « guichet » ?"},"plain":{"fr":"Quels mots pour « guichet » ?"},"help":{},"short":{"fr":"Mots pour « guichet »"},"dossier":"B1","added":false,"default_set":true,"picture_set":false,"behind":false,"limit":3,"labels":[],"toward_low":{},"toward_high":{},"control":false,"reference":null,"options":[],"own_words":false,"most":0,"recordings":[],"quotable":false,"reviewed":[]}',0);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
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
