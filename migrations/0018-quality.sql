create table "quality_day" (
  "day" date not null,
  "owner_id" uuid not null,
  "department_id" uuid not null,
  "customers" integer not null,
  "points" bigint not null,
  "missing" integer not null,
  "doubtful" integer not null,
  "stale" integer not null,
  "double" integer not null,
  primary key ("day", "owner_id", "department_id")
);
create table "quality_step" (
  "customer_id" uuid not null,
  "day" date not null,
  "score" integer not null,
  primary key ("customer_id", "day")
);
alter table "customer" add column "quality" integer;
alter table "customer" add column "quality_sort" integer not null default '-2147483648';
alter table "customer" add column "quality_faults" text[] not null default '{}';
alter table "customer" add column "confirmed_at" timestamptz(3);
alter table "customer" add column "confirm_by" date;
alter table "customer" add column "recheck_on" date;
alter table "customer" add column "confirm_task_id" uuid;
drop index if exists "customer_by_name";
create index "customer_by_name" on "customer" ("name_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_of_owner_id";
create index "customer_of_owner_id" on "customer" ("owner_id", "created_at", id) include ("department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "quality_sort", "confirm_by") where deleted_at is null;
drop index if exists "customer_of_department_id";
create index "customer_of_department_id" on "customer" ("department_id", "created_at", id) include ("owner_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "quality_sort", "confirm_by") where deleted_at is null;
drop index if exists "customer_by_last_contact_at";
create index "customer_by_last_contact_at" on "customer" ("last_contact_at_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
create index "customer_by_quality" on "customer" ("quality_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "confirm_by", "created_at") where deleted_at is null;
create index "customer_has_quality_faults" on "customer" using gin ("quality_faults") where deleted_at is null;
create index "customer_with_confirm_by" on "customer" ("confirm_by") where deleted_at is null and "confirm_by" is not null;
create index "customer_with_recheck_on" on "customer" ("recheck_on") where deleted_at is null and "recheck_on" is not null;
create index "customer_of_confirm_task_id" on "customer" ("confirm_task_id", "created_at", id) where deleted_at is null and "confirm_task_id" is not null;
drop index if exists "customer_by_created_at";
create index "customer_by_created_at" on "customer" ("created_at", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "quality_sort", "confirm_by") where deleted_at is null;
create table "collection_standard" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "kind" text collate "C",
  "tier" text collate "C",
  "stage" text collate "C",
  "requires" text[] not null default '{}',
  "every_days" integer,
  "keeper_id" uuid,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "collection_standard_by_name" on "collection_standard" ("name_sort", id) include ("kind", "tier", "stage", "created_at") where deleted_at is null;
create index "collection_standard_with_kind" on "collection_standard" ("kind") where deleted_at is null and "kind" is not null;
create index "collection_standard_with_tier" on "collection_standard" ("tier") where deleted_at is null and "tier" is not null;
create index "collection_standard_with_stage" on "collection_standard" ("stage") where deleted_at is null;
create index "collection_standard_of_keeper_id" on "collection_standard" ("keeper_id", "name_sort", id) where deleted_at is null and "keeper_id" is not null;
create index "collection_standard_by_created_at" on "collection_standard" ("created_at", id) include ("kind", "tier", "stage") where deleted_at is null;
create index "collection_standard_custom" on "collection_standard" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "collection_standard_recycled" on "collection_standard" (deleted_at, id) where deleted_at is not null;
create table "cleanup" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "filter" jsonb,
  "target" integer,
  "due_on" date not null,
  "owner_id" uuid,
  "note" text collate "C",
  "list_id" uuid,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "cleanup_by_name" on "cleanup" ("name_sort", id) include ("owner_id", "due_on", "state", "created_at") where deleted_at is null;
create index "cleanup_by_due_on" on "cleanup" ("due_on", id) include ("owner_id", "state", "created_at") where deleted_at is null;
create index "cleanup_of_owner_id" on "cleanup" ("owner_id", "due_on", id) include ("state", "created_at") where deleted_at is null;
create index "cleanup_of_list_id" on "cleanup" ("list_id", "due_on", id) where deleted_at is null and "list_id" is not null;
create index "cleanup_with_state" on "cleanup" ("state") where deleted_at is null and "state" is not null;
create index "cleanup_by_created_at" on "cleanup" ("created_at", id) include ("owner_id", "due_on", "state") where deleted_at is null;
create index "cleanup_search" on "cleanup" using gin (search) where deleted_at is null;
create index "cleanup_custom" on "cleanup" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "cleanup_recycled" on "cleanup" (deleted_at, id) where deleted_at is not null;
