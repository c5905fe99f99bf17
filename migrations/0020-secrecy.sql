alter table "role" add column "clearance" text collate "C";
alter table "role" add column "clears_own" boolean not null default false;
-- Roles that were there before there were classes go on reading what they read.
update "role" set "clearance" = 'sensitive';
create table "field_class" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "record" text collate "C",
  "field" text collate "C",
  "key" text collate "C",
  "key_sort" text collate "C" not null default '',
  "secrecy" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "field_class_with_record" on "field_class" ("record") where deleted_at is null;
create index "field_class_by_key" on "field_class" ("key_sort", id) include ("record", "created_at") where deleted_at is null;
create index "field_class_with_key" on "field_class" ("key") where deleted_at is null and "key" is not null;
create index "field_class_by_created_at" on "field_class" ("created_at", id) include ("record") where deleted_at is null;
create index "field_class_custom" on "field_class" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "field_class_recycled" on "field_class" (deleted_at, id) where deleted_at is not null;
create table "class_rule" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "record" text collate "C",
  "filter" jsonb,
  "from_class" text collate "C",
  "to_class" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "class_rule_by_name" on "class_rule" ("name_sort", id) include ("record", "created_at") where deleted_at is null;
create index "class_rule_with_record" on "class_rule" ("record") where deleted_at is null;
create index "class_rule_by_created_at" on "class_rule" ("created_at", id) include ("record") where deleted_at is null;
create index "class_rule_custom" on "class_rule" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "class_rule_recycled" on "class_rule" (deleted_at, id) where deleted_at is not null;
