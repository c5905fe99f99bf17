create table "view" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C",
  "record" text collate "C",
  "shown" text collate "C",
  "roles_ids" uuid[] not null default '{}',
  "filter" jsonb,
  "q" text collate "C",
  "sort" text collate "C",
  "columns" text[] not null default '{}',
  "layout" text collate "C",
  "place" integer not null,
  "owner_id" uuid,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "view_with_record" on "view" ("record") where deleted_at is null;
create index "view_by_place" on "view" ("place", id) include ("owner_id") where deleted_at is null;
create index "view_of_owner_id" on "view" ("owner_id", "place", id) where deleted_at is null;
create index "view_by_created_at" on "view" ("created_at", id) include ("owner_id") where deleted_at is null;
create index "view_custom" on "view" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "view_recycled" on "view" (deleted_at, id) where deleted_at is not null;
