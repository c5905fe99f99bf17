create table "merge" (
  "operation_id" uuid not null,
  "record" text collate "C" not null,
  "stays_id" uuid not null,
  "goes_id" uuid not null,
  "actor_id" uuid not null,
  "at" timestamptz(3) not null,
  "moved" jsonb not null,
  "undone_at" timestamptz(3),
  primary key ("operation_id", "goes_id")
);
create unique index "merge_gone" on "merge" (goes_id) where undone_at is null;
create index "merge_stays" on "merge" (stays_id) where undone_at is null;
