create table "search_words" (
  "record" text collate "C" not null,
  "signature" text collate "C" not null,
  "renewing" text,
  "cursor" uuid,
  "done" bigint not null default 0,
  "at" timestamptz(3) not null,
  primary key ("record")
);
create table "search_sound" (
  "sound" text collate "C" not null,
  "word" text collate "C" not null,
  primary key ("sound", "word")
);
create table "opened" (
  "user_id" uuid not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "at" timestamptz(3) not null,
  primary key ("user_id", "record", "record_id")
);
create index "opened_lately" on "opened" (user_id, at);
alter table "custom_field" add column "is_searchable" boolean not null default false;
alter table "identity" add column "search" tsvector;
create index "identity_search" on "identity" using gin (search) where deleted_at is null;
drop index if exists "claim_tail";
alter table "claim" drop column "tail";
