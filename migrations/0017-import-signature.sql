alter table "import" add column "signature" text collate "C" not null default '';
