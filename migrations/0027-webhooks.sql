create table "webhook_secret" (
  "id" uuid not null,
  "webhook_id" uuid not null,
  "sealed" text not null,
  "created_at" timestamptz(3) not null,
  "until" timestamptz(3),
  primary key ("id")
);
create index "webhook_secret_of" on "webhook_secret" (webhook_id);
create table "webhook_delivery" (
  "id" uuid not null,
  "webhook_id" uuid not null,
  "event_id" uuid not null,
  "position" bigint not null,
  "type" text collate "C" not null,
  "state" text collate "C" not null,
  "created_at" timestamptz(3) not null,
  "due_at" timestamptz(3),
  "claimed_until" timestamptz(3),
  "attempts" jsonb not null default '[]',
  "tries" smallint not null default 0,
  "finished_at" timestamptz(3),
  primary key ("id")
);
create unique index "webhook_delivery_once" on "webhook_delivery" (webhook_id, event_id);
create index "webhook_delivery_due" on "webhook_delivery" (webhook_id, due_at, position) where state = 'waiting';
create index "webhook_delivery_log" on "webhook_delivery" (webhook_id, id);
create table "webhook" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "address" text collate "C",
  "events" text[] not null default '{}',
  "state" text collate "C",
  "acts_for_id" uuid,
  "on_since" timestamptz(3),
  "ok_at" timestamptz(3),
  "failing_since" timestamptz(3),
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "webhook_by_name" on "webhook" ("name_sort", id) include ("state", "created_at") where deleted_at is null;
create index "webhook_with_state" on "webhook" ("state") where deleted_at is null and "state" is not null;
create index "webhook_of_acts_for_id" on "webhook" ("acts_for_id", "name_sort", id) where deleted_at is null and "acts_for_id" is not null;
create index "webhook_by_created_at" on "webhook" ("created_at", id) include ("state") where deleted_at is null;
create index "webhook_custom" on "webhook" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "webhook_recycled" on "webhook" (deleted_at, id) where deleted_at is not null;
