alter table "department" add column "calendar_id" uuid;
drop index if exists "department_by_name";
create index "department_by_name" on "department" ("name_sort", id) include ("code", "parent_id", "head_id", "calendar_id", "is_site", "created_at") where deleted_at is null;
create index "department_of_calendar_id" on "department" ("calendar_id", "name_sort", id) where deleted_at is null and "calendar_id" is not null;
drop index if exists "department_by_created_at";
create index "department_by_created_at" on "department" ("created_at", id) include ("code", "parent_id", "head_id", "calendar_id", "is_site") where deleted_at is null;
create table "working_calendar" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "is_standard" boolean not null default false,
  "follows_holidays" boolean not null default false,
  "week" jsonb not null default '[]',
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "working_calendar_by_name" on "working_calendar" ("name_sort", id) include ("created_at") where deleted_at is null;
create index "working_calendar_by_created_at" on "working_calendar" ("created_at", id) where deleted_at is null;
create index "working_calendar_custom" on "working_calendar" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "working_calendar_recycled" on "working_calendar" (deleted_at, id) where deleted_at is not null;
create table "special_day" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "day" date not null,
  "kind" text collate "C",
  "name" text collate "C",
  "calendar_id" uuid,
  "hours_of" text collate "C",
  "hours" jsonb not null default '[]',
  "key" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "special_day_by_day" on "special_day" ("day", id) include ("kind", "calendar_id", "created_at") where deleted_at is null;
create index "special_day_with_kind" on "special_day" ("kind") where deleted_at is null;
create index "special_day_of_calendar_id" on "special_day" ("calendar_id", "day", id) where deleted_at is null and "calendar_id" is not null;
create index "special_day_by_created_at" on "special_day" ("created_at", id) include ("day", "kind", "calendar_id") where deleted_at is null;
create index "special_day_custom" on "special_day" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "special_day_recycled" on "special_day" (deleted_at, id) where deleted_at is not null;
