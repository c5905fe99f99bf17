alter table "view" add column "is_default" boolean not null default false;
alter table "view" add column "group" text collate "C";
alter table "view" add column "totals" text[] not null default '{}';
