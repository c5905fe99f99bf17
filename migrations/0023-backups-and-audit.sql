create index "event_of_type" on "event" (type, id);
create table "backup" (
  "id" uuid not null,
  "kind" text collate "C" not null,
  "state" text collate "C" not null,
  "at" timestamptz(3) not null,
  "day" date,
  "actor_id" uuid,
  "file" text not null,
  "size" bigint,
  "is_encrypted" boolean not null default false,
  "progress" jsonb not null default '{}',
  "report" jsonb not null default '{}',
  "finished_at" timestamptz(3),
  "verified_at" timestamptz(3),
  "error" text,
  primary key ("id")
);
create unique index "backup_of_day" on "backup" (day) where day is not null;
create table "backup_plan" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "key" text collate "C",
  "is_on" boolean not null default false,
  "starts_at" text collate "C",
  "folder" text collate "C",
  "keep_daily" integer,
  "keep_weekly" integer,
  "keep_monthly" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "backup_plan_by_name" on "backup_plan" ("name_sort", id) include ("created_at") where deleted_at is null;
create index "backup_plan_by_created_at" on "backup_plan" ("created_at", id) where deleted_at is null;
create index "backup_plan_custom" on "backup_plan" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "backup_plan_recycled" on "backup_plan" (deleted_at, id) where deleted_at is not null;
