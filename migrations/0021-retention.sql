create table "retention_hit" (
  "run_id" uuid not null,
  "rule_id" uuid not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "since" timestamptz(3) not null,
  "spared" text collate "C",
  primary key ("run_id", "record_id")
);
create index "retention_hit_of_rule" on "retention_hit" (rule_id, run_id);
alter table "customer" add column "legal_hold" boolean not null default false;
alter table "customer" add column "hold_reason" text collate "C";
drop index if exists "customer_by_name";
create index "customer_by_name" on "customer" ("name_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_of_owner_id";
create index "customer_of_owner_id" on "customer" ("owner_id", "created_at", id) include ("department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
drop index if exists "customer_of_department_id";
create index "customer_of_department_id" on "customer" ("department_id", "created_at", id) include ("owner_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
create index "customer_with_legal_hold" on "customer" ("legal_hold") where deleted_at is null;
drop index if exists "customer_by_last_contact_at";
create index "customer_by_last_contact_at" on "customer" ("last_contact_at_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "next_contact_on_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_by_next_contact_on";
create index "customer_by_next_contact_on" on "customer" ("next_contact_on_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "quality_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_by_quality";
create index "customer_by_quality" on "customer" ("quality_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "next_contact_on_sort", "confirm_by", "created_at") where deleted_at is null;
drop index if exists "customer_by_created_at";
create index "customer_by_created_at" on "customer" ("created_at", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source", "industry", "region", "external_code", "legal_hold", "last_contact_at_sort", "next_contact_on_sort", "quality_sort", "confirm_by") where deleted_at is null;
create table "retention_rule" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "what" text collate "C",
  "filter" jsonb,
  "since" text collate "C",
  "days" integer,
  "deed" text collate "C",
  "spares_open" boolean not null default false,
  "spares_in_force" boolean not null default false,
  "most_percent" integer,
  "most_per_night" integer,
  "note" text collate "C",
  "owner_id" uuid,
  "state" text collate "C",
  "tried_at" timestamptz(3),
  "tried_version" integer,
  "trial" text collate "C",
  "hits" integer,
  "last_run_at" timestamptz(3),
  "last_done" integer,
  "fault" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "retention_rule_by_name" on "retention_rule" ("name_sort", id) include ("what", "owner_id", "state", "created_at") where deleted_at is null;
create index "retention_rule_with_what" on "retention_rule" ("what") where deleted_at is null;
create index "retention_rule_of_owner_id" on "retention_rule" ("owner_id", "name_sort", id) where deleted_at is null;
create index "retention_rule_with_state" on "retention_rule" ("state") where deleted_at is null and "state" is not null;
create index "retention_rule_by_created_at" on "retention_rule" ("created_at", id) include ("what", "owner_id", "state") where deleted_at is null;
create index "retention_rule_custom" on "retention_rule" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "retention_rule_recycled" on "retention_rule" (deleted_at, id) where deleted_at is not null;
