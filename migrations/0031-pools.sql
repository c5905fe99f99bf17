create table "pool_use" (
  "user_id" uuid not null,
  "pool_id" uuid not null,
  "day" date not null,
  "claimed" integer not null default 0,
  "looked" integer not null default 0,
  primary key ("user_id", "day", "pool_id")
);
create table "pool_look" (
  "customer_id" uuid not null,
  "user_id" uuid not null,
  "day" date not null,
  primary key ("customer_id", "user_id")
);
create index "pool_look_of_day" on "pool_look" (day);
create table "pool_fall" (
  "pool_id" uuid not null,
  "customer_id" uuid not null,
  "owner_id" uuid not null,
  "kind" text collate "C" not null,
  "days" integer not null,
  "since" date not null,
  "until" date not null,
  "run_id" uuid not null,
  "warned_on" date,
  primary key ("pool_id", "customer_id")
);
create index "pool_fall_by_until" on "pool_fall" (pool_id, until, customer_id);
create index "pool_fall_of_owner" on "pool_fall" (owner_id, until, customer_id);
alter table "customer" add column "pool_id" uuid;
alter table "customer" add column "pooled_at" timestamptz(3);
alter table "customer" add column "pool_reason" jsonb;
alter table "customer" add column "previous_owner_id" uuid;
alter table "customer" add column "is_locked" boolean not null default false;
alter table "customer" add column "owned_since" timestamptz(3);
alter table "customer" add column "last_follow_up_at" timestamptz(3);
alter table "customer" add column "last_opportunity_on" date;
alter table "customer" add column "last_deal_on" date;
alter table "customer" add column "open_deals" integer;
alter table "customer" add column "contract_ends_on" date;
create index "customer_of_pool_id" on "customer" ("pool_id", "created_at", id) where deleted_at is null and "pool_id" is not null;
create index "customer_of_previous_owner_id" on "customer" ("previous_owner_id", "created_at", id) where deleted_at is null and "previous_owner_id" is not null;
create table "pool" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "members_ids" uuid[] not null default '{}',
  "departments_ids" uuid[] not null default '{}',
  "roles_ids" uuid[] not null default '{}',
  "keepers_ids" uuid[] not null default '{}',
  "rules" jsonb not null default '[]',
  "spares_won" boolean not null default false,
  "spares_deals" boolean not null default false,
  "warn_days" integer,
  "claims_per_day" integer,
  "previous_owner_days" integer,
  "freeze_days" integer,
  "sight" text collate "C",
  "views_per_day" integer,
  "hidden_fields" text[] not null default '{}',
  "note" text collate "C",
  "state" text collate "C",
  "watched" integer,
  "falls" integer,
  "foreseen_at" timestamptz(3),
  "last_run_at" timestamptz(3),
  "last_done" integer,
  "last_faults" integer,
  "seen_falls" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "pool_by_name" on "pool" ("name_sort", id) include ("state", "created_at") where deleted_at is null;
create index "pool_with_state" on "pool" ("state") where deleted_at is null and "state" is not null;
create index "pool_by_created_at" on "pool" ("created_at", id) include ("state") where deleted_at is null;
create index "pool_custom" on "pool" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "pool_recycled" on "pool" (deleted_at, id) where deleted_at is not null;
create table "customer_limit" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "members_ids" uuid[] not null default '{}',
  "departments_ids" uuid[] not null default '{}',
  "roles_ids" uuid[] not null default '{}',
  "most_held" integer,
  "except_stages" text[] not null default '{}',
  "except_won" boolean not null default false,
  "most_locked" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "customer_limit_by_name" on "customer_limit" ("name_sort", id) include ("created_at") where deleted_at is null;
create index "customer_limit_by_created_at" on "customer_limit" ("created_at", id) where deleted_at is null;
create index "customer_limit_custom" on "customer_limit" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "customer_limit_recycled" on "customer_limit" (deleted_at, id) where deleted_at is not null;
create table "service_level" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "tier" text collate "C",
  "offers" jsonb,
  "has_manager" boolean not null default false,
  "line" text collate "C",
  "queue" text collate "C",
  "visits_per_month" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "service_level_with_tier" on "service_level" ("tier") where deleted_at is null;
create index "service_level_by_created_at" on "service_level" ("created_at", id) include ("tier") where deleted_at is null;
create index "service_level_custom" on "service_level" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "service_level_recycled" on "service_level" (deleted_at, id) where deleted_at is not null;
create table "upgrade_request" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "reason" text collate "C",
  "customer_id" uuid,
  "tier" text collate "C",
  "expects" text collate "C",
  "answer" text collate "C",
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "upgrade_request_with_tier" on "upgrade_request" ("tier") where deleted_at is null;
create index "upgrade_request_with_state" on "upgrade_request" ("state") where deleted_at is null and "state" is not null;
create index "upgrade_request_by_created_at" on "upgrade_request" ("created_at", id) include ("root_owner_id", "root_department_id", "tier", "state") where deleted_at is null;
create index "upgrade_request_of_root" on "upgrade_request" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "tier", "state") where deleted_at is null;
create index "upgrade_request_of_root_owner_id" on "upgrade_request" (root_owner_id, "created_at", id) include ("root_department_id", "tier", "state") where deleted_at is null;
create index "upgrade_request_of_root_department_id" on "upgrade_request" (root_department_id, "created_at", id) include ("root_owner_id", "tier", "state") where deleted_at is null;
create index "upgrade_request_custom" on "upgrade_request" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "upgrade_request_recycled" on "upgrade_request" (deleted_at, id) where deleted_at is not null;
create table "visit_form" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "subject" text collate "C",
  "customer_id" uuid,
  "visit_id" uuid,
  "by_id" uuid,
  "checked_in_at" timestamptz(3),
  "checked_in_at_sort" timestamptz(3) not null default '-infinity',
  "place" text collate "C",
  "latitude" numeric,
  "longitude" numeric,
  "met" text collate "C",
  "progress" text collate "C",
  "needs" text collate "C",
  "next_step" text collate "C",
  "outlook" text collate "C",
  "due_at" timestamptz(3),
  "filed_at" timestamptz(3),
  "read_by_id" uuid,
  "read_at" timestamptz(3),
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "visit_form_of_visit_id" on "visit_form" ("visit_id", "checked_in_at_sort", id) where deleted_at is null and "visit_id" is not null;
create index "visit_form_of_by_id" on "visit_form" ("by_id", "checked_in_at_sort", id) where deleted_at is null;
create index "visit_form_by_checked_in_at" on "visit_form" ("checked_in_at_sort", id) include ("root_owner_id", "root_department_id", "by_id", "due_at", "state", "created_at", "customer_id") where deleted_at is null;
create index "visit_form_with_due_at" on "visit_form" ("due_at") where deleted_at is null and "due_at" is not null;
create index "visit_form_of_read_by_id" on "visit_form" ("read_by_id", "checked_in_at_sort", id) where deleted_at is null and "read_by_id" is not null;
create index "visit_form_with_state" on "visit_form" ("state") where deleted_at is null and "state" is not null;
create index "visit_form_by_created_at" on "visit_form" ("created_at", id) include ("root_owner_id", "root_department_id", "by_id", "checked_in_at_sort", "due_at", "state") where deleted_at is null;
create index "visit_form_of_root" on "visit_form" ("customer_id", "checked_in_at_sort", id) include ("root_owner_id", "root_department_id", "by_id", "due_at", "state", "created_at") where deleted_at is null;
create index "visit_form_of_root_owner_id" on "visit_form" (root_owner_id, "checked_in_at_sort", id) include ("root_department_id", "by_id", "due_at", "state", "created_at") where deleted_at is null;
create index "visit_form_of_root_department_id" on "visit_form" (root_department_id, "checked_in_at_sort", id) include ("root_owner_id", "by_id", "due_at", "state", "created_at") where deleted_at is null;
create index "visit_form_custom" on "visit_form" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "visit_form_recycled" on "visit_form" (deleted_at, id) where deleted_at is not null;
create table "watch_entry" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "what" text collate "C",
  "customer_id" uuid,
  "kind" text collate "C",
  "on" date not null,
  "source" text collate "C",
  "address" text collate "C",
  "body" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "watch_entry_with_kind" on "watch_entry" ("kind") where deleted_at is null;
create index "watch_entry_by_on" on "watch_entry" ("on", id) include ("root_owner_id", "root_department_id", "kind", "created_at", "customer_id") where deleted_at is null;
create index "watch_entry_by_created_at" on "watch_entry" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "on") where deleted_at is null;
create index "watch_entry_of_root" on "watch_entry" ("customer_id", "on", id) include ("root_owner_id", "root_department_id", "kind", "created_at") where deleted_at is null;
create index "watch_entry_of_root_owner_id" on "watch_entry" (root_owner_id, "on", id) include ("root_department_id", "kind", "created_at") where deleted_at is null;
create index "watch_entry_of_root_department_id" on "watch_entry" (root_department_id, "on", id) include ("root_owner_id", "kind", "created_at") where deleted_at is null;
create index "watch_entry_search" on "watch_entry" using gin (search) where deleted_at is null;
create index "watch_entry_custom" on "watch_entry" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "watch_entry_recycled" on "watch_entry" (deleted_at, id) where deleted_at is not null;
create table "handover" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "leaver_id" uuid,
  "reason" text collate "C",
  "on" date not null,
  "receivers_ids" uuid[] not null default '{}',
  "absent_ids" uuid[] not null default '{}',
  "drawer_id" uuid,
  "note" text collate "C",
  "state" text collate "C",
  "seed" text collate "C",
  "drawn_at" timestamptz(3),
  "customers" integer,
  "tasks" integer,
  "ended" jsonb not null default '[]',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "handover_by_name" on "handover" ("name_sort", id) include ("leaver_id", "state", "created_at") where deleted_at is null;
create index "handover_of_leaver_id" on "handover" ("leaver_id", "on", id) where deleted_at is null;
create index "handover_by_on" on "handover" ("on", id) include ("leaver_id", "state", "created_at") where deleted_at is null;
create index "handover_of_drawer_id" on "handover" ("drawer_id", "on", id) where deleted_at is null;
create index "handover_with_state" on "handover" ("state") where deleted_at is null and "state" is not null;
create index "handover_by_created_at" on "handover" ("created_at", id) include ("leaver_id", "state") where deleted_at is null;
create index "handover_custom" on "handover" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "handover_recycled" on "handover" (deleted_at, id) where deleted_at is not null;
