BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','library_1','2026-11-26 03:53:00.336757+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','library_2','2026-11-26 03:53:00.352046+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','library_3','2026-11-26 03:53:00.384113+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','library_4','2026-11-26 03:53:00.404032+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','library_7','2026-11-26 03:53:00.428169+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'library','library_8','2026-11-26 03:53:00.448416+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'library','library_9','2026-11-26 03:53:00.456779+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'library','library_6','2026-11-26 03:53:00.484125+00:00');
CREATE TABLE accounts (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
        language TEXT NOT NULL, facilitator INTEGER NOT NULL, organiser INTEGER NOT NULL
    , sessions INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
INSERT INTO "accounts" VALUES('432f57ac9244d343','Nour','nour','scrypt:32768:8:1$FPTLhR7GWgED97nD$d6fdd63b7f96688631ddca4271ae46affead62a67a2f58f229c6720b06a2562e2d04be54f617827d45fc2d9d39d6c0d5240d2a7b9f64f14b11eea1fa5c6560b9','fr',1,1,0);
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
INSERT INTO "screenings" VALUES('aaaa','QC4BY5','432f57ac9244d343','Une soirée scellée','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',1,NULL,0,'','','','','');
INSERT INTO "screenings" VALUES('bbbb','EDE7X4','432f57ac9244d343','Une soirée ouverte','2026-11-25','Maison de quartier','',12,90,'le-guichet','film','["w_guichet", "s_guichet"]','["attente"]',0,NULL,0,'','','','','');
CREATE TABLE sealed_answers (
        id TEXT PRIMARY KEY, screening TEXT NOT NULL REFERENCES screenings(id), question TEXT NOT NULL,
        pair TEXT NOT NULL, moment TEXT NOT NULL, value TEXT NOT NULL, language TEXT NOT NULL,
        quotable INTEGER NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "sealed_answers" VALUES('0238340f2533ee3b438300ca3fe97289','aaaa','w_guichet','3','after','après1','fr',0);
INSERT INTO "sealed_answers" VALUES('088df4003db3ada1a7e20c7ba1982962','aaaa','s_guichet','6','before','5','fr',0);
INSERT INTO "sealed_answers" VALUES('10b9d3b6a56b0822c37d29d642bdebf1','aaaa','w_guichet','1','before','mot5','fr',0);
INSERT INTO "sealed_answers" VALUES('19ca4f96ddc9dea8787c1e430d699290','aaaa','s_guichet','3','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('2f03ca542df849305b0df1f39e228d64','aaaa','w_guichet','6','before','mot2','fr',0);
INSERT INTO "sealed_answers" VALUES('35a038a0c12e9029a25eef982bd43a74','aaaa','s_guichet','2','before','4','fr',0);
INSERT INTO "sealed_answers" VALUES('3d0ff24d768efcd1bb9aa3f74e68a689','aaaa','s_guichet','4','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('3ec8b6a81adb4d7c00e14bcc967fb3d4','aaaa','s_guichet','5','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('436082aa61c35ede1dcc56907c87a05d','aaaa','w_guichet','3','before','mot1','fr',0);
INSERT INTO "sealed_answers" VALUES('453ea0d440448ee46fc9b222b6e1f854','aaaa','s_guichet','3','before','1','fr',0);
INSERT INTO "sealed_answers" VALUES('71e1fa72f092f6f44ab63186c8d81f2d','aaaa','s_guichet','1','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('773cb812489eacba50c8bd09a853c626','aaaa','s_guichet','4','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('795b31dba87c8b5167980d2057bf8870','aaaa','s_guichet','5','before','3','fr',0);
INSERT INTO "sealed_answers" VALUES('9958e7f705429f58fff33be98c443d88','aaaa','w_guichet','5','before','mot0','fr',0);
INSERT INTO "sealed_answers" VALUES('9987916ec8f88147a7d830c7e1d1e99c','aaaa','w_guichet','1','after','après5','fr',0);
INSERT INTO "sealed_answers" VALUES('b78c7ef9ba0d6acdc819a74c31880a85','aaaa','s_guichet','1','before','2','fr',0);
INSERT INTO "sealed_answers" VALUES('cb674ae71db2aa28aabf809431b4a6ad','aaaa','w_guichet','4','before','mot3','fr',0);
INSERT INTO "sealed_answers" VALUES('d05e23e5e1bf626d89c819278b2f6856','aaaa','w_guichet','2','after','après4','fr',0);
INSERT INTO "sealed_answers" VALUES('d71e693580dce8a82fa6c72cbb0e0ab2','aaaa','w_guichet','2','before','mot4','fr',0);
INSERT INTO "sealed_answers" VALUES('d8187462049663f95448c44c33b757d1','aaaa','w_guichet','4','after','après3','fr',0);
INSERT INTO "sealed_answers" VALUES('da096f595ed806acbc9577e1ddfb2f17','aaaa','s_guichet','2','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('e76e4bf4814d8c7949008bbd679ec450','aaaa','w_guichet','6','after','après2','fr',0);
INSERT INTO "sealed_answers" VALUES('ecd36286038243dc8d01a009e5ed3185','aaaa','s_guichet','6','after','4','fr',0);
INSERT INTO "sealed_answers" VALUES('f128a91b897d73aaddb3174b48517c05','aaaa','w_guichet','5','after','après0','fr',0);
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
