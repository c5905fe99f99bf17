alter table "customer" add column "contact_plan_id" uuid;
alter table "customer" add column "next_contact_on" date;
alter table "customer" add column "next_contact_on_sort" date not null default '-infinity';
alter table "customer" add column "contact_asked_on" date;
alter table "customer" add column "contact_task_id" uuid;
alter table "customer" add column "contact_waits_on" date;
drop index if exists "customer_by_name";
create index "customer_by_name" on "customer" ("name_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_of_owner_id";
create index "customer_of_owner_id" on "customer" ("owner_id", "created_at", id) include ("department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
drop index if exists "customer_of_department_id";
create index "customer_of_department_id" on "customer" ("department_id", "created_at", id) include ("owner_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
drop index if exists "customer_by_last_contact_at";
create index "customer_by_last_contact_at" on "customer" ("last_contact_at_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "next_contact_on_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
create index "customer_of_contact_plan_id" on "customer" ("contact_plan_id", "created_at", id) where deleted_at is null and "contact_plan_id" is not null;
create index "customer_by_next_contact_on" on "customer" ("next_contact_on_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
create index "customer_of_contact_task_id" on "customer" ("contact_task_id", "created_at", id) where deleted_at is null and "contact_task_id" is not null;
create index "customer_with_contact_waits_on" on "customer" ("contact_waits_on") where deleted_at is null and "contact_waits_on" is not null;
drop index if exists "customer_by_quality";
create index "customer_by_quality" on "customer" ("quality_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "next_contact_on_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_by_created_at";
create index "customer_by_created_at" on "customer" ("created_at", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
alter table "activity" add column "is_important" boolean not null default false;
alter table "activity" add column "goal" text collate "C";
alter table "activity" add column "talking_points" text collate "C";
alter table "activity" add column "no_follow_up" text collate "C";
create table "contact_plan" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "target" text collate "C",
  "tier" text collate "C",
  "group" text collate "C",
  "segment_id" uuid,
  "customer_id" uuid,
  "every" integer,
  "unit" text collate "C",
  "way" text collate "C",
  "purpose_id" uuid,
  "content" jsonb,
  "by_id" uuid,
  "most_per_day" integer,
  "department_id" uuid,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "contact_plan_with_target" on "contact_plan" ("target") where deleted_at is null;
create index "contact_plan_of_segment_id" on "contact_plan" ("segment_id", "created_at", id) where deleted_at is null;
create index "contact_plan_of_customer_id" on "contact_plan" ("customer_id", "created_at", id) where deleted_at is null;
create index "contact_plan_with_way" on "contact_plan" ("way") where deleted_at is null;
create index "contact_plan_of_purpose_id" on "contact_plan" ("purpose_id", "created_at", id) where deleted_at is null and "purpose_id" is not null;
create index "contact_plan_of_by_id" on "contact_plan" ("by_id", "created_at", id) where deleted_at is null and "by_id" is not null;
create index "contact_plan_of_department_id" on "contact_plan" ("department_id", "created_at", id) include ("target", "way", "state") where deleted_at is null;
create index "contact_plan_with_state" on "contact_plan" ("state") where deleted_at is null and "state" is not null;
create index "contact_plan_by_created_at" on "contact_plan" ("created_at", id) include ("department_id", "target", "way", "state") where deleted_at is null;
create index "contact_plan_custom" on "contact_plan" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "contact_plan_recycled" on "contact_plan" (deleted_at, id) where deleted_at is not null;
