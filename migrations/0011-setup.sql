alter table "custom_field" add column "to" text collate "C";
alter table "custom_field" add column "initial" text collate "C";
alter table "custom_field" add column "unit" jsonb;
alter table "custom_field" add column "min" numeric;
alter table "custom_field" add column "max" numeric;
alter table "custom_field" add column "aliases" text[] not null default '{}';
alter table "custom_field" add column "only_when_field" text collate "C";
alter table "custom_field" add column "only_when_is" text[] not null default '{}';
alter table "custom_field" add column "is_guarded" boolean not null default false;
alter table "custom_field" add column "is_card" boolean not null default false;
alter table "custom_field" add column "is_indexed" boolean not null default false;
alter table "custom_field" add column "index_state" text collate "C";
alter table "custom_field" add column "index_fault" text collate "C";
alter table "custom_field" add column "used_by" integer;
alter table "custom_field" add column "counted_at" timestamptz(3);
alter table "custom_field" add column "purge" text collate "C";
create index "custom_field_with_key" on "custom_field" ("key") where deleted_at is null and "key" is not null;
create table "choice_list" (
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
  "choices" jsonb not null default '[]',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "choice_list_with_record" on "choice_list" ("record") where deleted_at is null;
create index "choice_list_by_key" on "choice_list" ("key_sort", id) include ("record", "created_at") where deleted_at is null;
create index "choice_list_with_key" on "choice_list" ("key") where deleted_at is null and "key" is not null;
create index "choice_list_by_created_at" on "choice_list" ("created_at", id) include ("record") where deleted_at is null;
create index "choice_list_custom" on "choice_list" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "choice_list_recycled" on "choice_list" (deleted_at, id) where deleted_at is not null;
create table "layout" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "record" text collate "C",
  "role_id" uuid,
  "choice" text collate "C",
  "key" text collate "C",
  "key_sort" text collate "C" not null default '',
  "lines" jsonb not null default '[]',
  "hidden" text[] not null default '{}',
  "columns" text[] not null default '{}',
  "facts" text[] not null default '{}',
  "related" text[] not null default '{}',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "layout_with_record" on "layout" ("record") where deleted_at is null;
create index "layout_of_role_id" on "layout" ("role_id", "key_sort", id) where deleted_at is null and "role_id" is not null;
create index "layout_by_key" on "layout" ("key_sort", id) include ("record", "created_at") where deleted_at is null;
create index "layout_with_key" on "layout" ("key") where deleted_at is null and "key" is not null;
create index "layout_by_created_at" on "layout" ("created_at", id) include ("record") where deleted_at is null;
create index "layout_custom" on "layout" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "layout_recycled" on "layout" (deleted_at, id) where deleted_at is not null;
create table "number_rule" (
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
  "pattern" text collate "C",
  "reset" text collate "C",
  "start" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "number_rule_with_record" on "number_rule" ("record") where deleted_at is null;
create index "number_rule_by_key" on "number_rule" ("key_sort", id) include ("record", "created_at") where deleted_at is null;
create index "number_rule_with_key" on "number_rule" ("key") where deleted_at is null and "key" is not null;
create index "number_rule_by_created_at" on "number_rule" ("created_at", id) include ("record") where deleted_at is null;
create index "number_rule_custom" on "number_rule" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "number_rule_recycled" on "number_rule" (deleted_at, id) where deleted_at is not null;
alter table "department" add column "code" text collate "C";
drop index if exists "department_by_name";
create index "department_by_name" on "department" ("name_sort", id) include ("code", "parent_id", "head_id", "is_site", "created_at") where deleted_at is null;
create index "department_with_code" on "department" ("code") where deleted_at is null and "code" is not null;
drop index if exists "department_by_created_at";
create index "department_by_created_at" on "department" ("created_at", id) include ("code", "parent_id", "head_id", "is_site") where deleted_at is null;
create unique index "customer_number_code" on "customer" ("code") where "code" is not null;
drop index if exists "customer_with_code";
update "custom_field" set "index_state" = 'none', "purge" = 'none';
