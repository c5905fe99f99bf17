create table "allocation_request" (
  "id" uuid not null,
  "kind" text not null,
  "record" text not null,
  "record_id" uuid not null,
  "at" timestamptz(3) not null,
  "needs" jsonb not null,
  "familiar_id" uuid,
  "queue_id" uuid,
  "user_id" uuid,
  "taken_at" timestamptz(3),
  "closed_at" timestamptz(3),
  primary key ("id")
);
create unique index "allocation_request_record" on "allocation_request" (record_id);
create index "allocation_request_waiting" on "allocation_request" (kind, at, id) where user_id is null and closed_at is null;
create index "allocation_request_load" on "allocation_request" (queue_id, user_id) where closed_at is null;
create index "allocation_request_arrived" on "allocation_request" (kind, at);
create table "allocation_decision" (
  "id" uuid not null,
  "request_id" uuid not null,
  "record_id" uuid not null,
  "at" timestamptz(3) not null,
  "day" date not null,
  "queue_id" uuid,
  "user_id" uuid,
  "facts" jsonb not null,
  "outcome" jsonb not null,
  primary key ("id")
);
create index "allocation_decision_record" on "allocation_decision" (record_id, id);
create index "allocation_decision_queue" on "allocation_decision" (queue_id, id);
create index "allocation_decision_quota" on "allocation_decision" (queue_id, day, user_id);
create table "allocation_turn" (
  "queue_id" uuid not null,
  "user_id" uuid not null,
  "turn" bigint not null,
  "due" integer not null,
  primary key ("queue_id", "user_id")
);
create table "leave" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C",
  "user_id" uuid,
  "kind" text collate "C",
  "from" date not null,
  "to" date not null,
  "from_time" text collate "C",
  "to_time" text collate "C",
  "stand_in_id" uuid,
  "note" text collate "C",
  "department_id" uuid,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "leave_of_user_id" on "leave" ("user_id", "from", id) include ("department_id", "kind", "to", "created_at") where deleted_at is null;
create index "leave_with_kind" on "leave" ("kind") where deleted_at is null;
create index "leave_by_from" on "leave" ("from", id) include ("user_id", "department_id", "kind", "to", "created_at") where deleted_at is null;
create index "leave_by_to" on "leave" ("to", id) include ("user_id", "department_id", "kind", "from", "created_at") where deleted_at is null;
create index "leave_of_stand_in_id" on "leave" ("stand_in_id", "from", id) where deleted_at is null and "stand_in_id" is not null;
create index "leave_of_department_id" on "leave" ("department_id", "from", id) include ("user_id", "kind", "to", "created_at") where deleted_at is null;
create index "leave_by_created_at" on "leave" ("created_at", id) include ("user_id", "department_id", "kind", "from", "to") where deleted_at is null;
create index "leave_custom" on "leave" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "leave_recycled" on "leave" (deleted_at, id) where deleted_at is not null;
create table "allocation_queue" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "kind" text collate "C",
  "place" integer not null,
  "takes" jsonb not null default '[]',
  "method" text collate "C",
  "familiar_first" boolean not null default false,
  "only_on_duty" boolean not null default false,
  "match" text[] not null default '{}',
  "relax_after" integer,
  "relaxable" text[] not null default '{}',
  "capacity" integer,
  "quota" integer,
  "department_id" uuid,
  "note" text collate "C",
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "allocation_queue_with_kind" on "allocation_queue" ("kind") where deleted_at is null;
create index "allocation_queue_by_place" on "allocation_queue" ("place", id) include ("department_id", "kind", "method", "state", "created_at") where deleted_at is null;
create index "allocation_queue_with_method" on "allocation_queue" ("method") where deleted_at is null;
create index "allocation_queue_of_department_id" on "allocation_queue" ("department_id", "place", id) include ("kind", "method", "state", "created_at") where deleted_at is null;
create index "allocation_queue_with_state" on "allocation_queue" ("state") where deleted_at is null and "state" is not null;
create index "allocation_queue_by_created_at" on "allocation_queue" ("created_at", id) include ("department_id", "kind", "method", "state") where deleted_at is null;
create index "allocation_queue_custom" on "allocation_queue" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "allocation_queue_recycled" on "allocation_queue" (deleted_at, id) where deleted_at is not null;
create table "allocation_member" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_department_id" uuid,
  "name" text collate "C",
  "queue_id" uuid,
  "user_id" uuid,
  "weight" integer,
  "is_paused" boolean not null default false,
  "capacity" integer,
  "quota" integer,
  "shift_from" text collate "C",
  "shift_to" text collate "C",
  "regions" text[] not null default '{}',
  "products" text[] not null default '{}',
  "segments" text[] not null default '{}',
  "tiers" text[] not null default '{}',
  "languages" text[] not null default '{}',
  "skills" text[] not null default '{}',
  "key" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "allocation_member_of_user_id" on "allocation_member" ("user_id", "created_at", id) where deleted_at is null;
create index "allocation_member_with_is_paused" on "allocation_member" ("is_paused") where deleted_at is null;
create index "allocation_member_by_created_at" on "allocation_member" ("created_at", id) include ("root_department_id", "user_id", "is_paused") where deleted_at is null;
create index "allocation_member_of_root" on "allocation_member" ("queue_id", "created_at", id) include ("root_department_id", "user_id", "is_paused") where deleted_at is null;
create index "allocation_member_of_root_department_id" on "allocation_member" (root_department_id, "created_at", id) include ("user_id", "is_paused") where deleted_at is null;
create index "allocation_member_custom" on "allocation_member" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "allocation_member_recycled" on "allocation_member" (deleted_at, id) where deleted_at is not null;
