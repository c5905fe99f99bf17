create table "installation" (
  "name" text collate "C" not null,
  "value" jsonb not null,
  "at" timestamptz(3) not null,
  primary key ("name")
);
create table "custom_field" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "label" jsonb,
  "record" text collate "C",
  "name" text collate "C",
  "key" text collate "C",
  "key_sort" text collate "C" not null default '',
  "kind" text collate "C",
  "is_required" boolean not null default false,
  "choices" jsonb not null default '[]',
  "hint" jsonb,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "custom_field_with_record" on "custom_field" ("record") where deleted_at is null;
create index "custom_field_by_key" on "custom_field" ("key_sort", id) where deleted_at is null;
create index "custom_field_by_created_at" on "custom_field" ("created_at", id) where deleted_at is null;
create index "custom_field_custom" on "custom_field" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "custom_field_recycled" on "custom_field" (deleted_at, id) where deleted_at is not null;
