create table "event" (
  "id" uuid not null,
  "at" timestamptz(3) not null,
  "type" text collate "C" not null,
  "v" smallint not null,
  "actor_id" uuid not null,
  "actor_kind" text collate "C" not null,
  "operation_id" uuid not null,
  "cause_id" uuid,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "root_record" text collate "C" not null,
  "root_id" uuid not null,
  "version" integer not null,
  "changes" jsonb,
  "salt" bytea,
  primary key ("id")
) partition by range (id);
create table "event_rest" partition of "event" default;
create index "event_of_root" on "event" (root_id, id);
create index "event_of_record" on "event" (record_id, version);
create index "event_of_operation" on "event" (operation_id);
create index "event_of_actor" on "event" (actor_id, id);
create table "event_pending" (
  "event_id" uuid not null,
  primary key ("event_id")
);
create table "seal" (
  "position" bigint not null,
  "event_id" uuid not null,
  "digest" bytea not null,
  "hash" bytea not null,
  primary key ("position")
);
create index "seal_of_event" on "seal" (event_id);
create table "seal_head" (
  "position" bigint not null,
  "at" timestamptz(3) not null,
  "hash" bytea not null,
  "key_id" text collate "C" not null,
  "signature" bytea not null,
  primary key ("position")
);
create table "event_reader" (
  "name" text collate "C" not null,
  "position" bigint not null,
  "at" timestamptz(3) not null,
  primary key ("name")
);
create table "operation" (
  "id" uuid not null,
  "action" text collate "C" not null,
  "actor_id" uuid not null,
  "actor_kind" text collate "C" not null,
  "at" timestamptz(3) not null,
  "state" text collate "C" not null,
  "record" text collate "C",
  "total" integer not null default 0,
  "done" integer not null default 0,
  "refused" integer not null default 0,
  "selection" jsonb,
  "input" jsonb,
  "cursor" uuid,
  "report" jsonb not null default '[]',
  "undoes" uuid,
  "undone_by" uuid,
  "finished_at" timestamptz(3),
  primary key ("id")
);
create index "operation_of_actor" on "operation" (actor_id, id);
create index "operation_by_time" on "operation" (id);
create table "collaborator" (
  "principal_id" uuid not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "level" text collate "C" not null,
  "until" timestamptz(3),
  "record_created_at" timestamptz(3) not null,
  "created_at" timestamptz(3) not null,
  "created_by_id" uuid,
  primary key ("record_id", "principal_id")
);
create index "collaborator_of_principal" on "collaborator" (principal_id, record, record_created_at, record_id) include ("level", "until");
create index "collaborator_ending" on "collaborator" (until) where until is not null;
create table "claim" (
  "identity" text collate "C" not null,
  "value" text collate "C" not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "field" text collate "C" not null,
  "root_record" text collate "C" not null,
  "root_id" uuid not null,
  "exclusive" boolean not null,
  "tail" text collate "C" not null,
  primary key ("record_id", "field", "value")
);
create unique index "claim_exclusive" on "claim" (identity, value) where exclusive;
create index "claim_value" on "claim" (value, identity);
create index "claim_tail" on "claim" (tail) where tail <> '';
create index "claim_of_root" on "claim" (root_id);
create table "idempotency" (
  "actor_id" uuid not null,
  "route" text collate "C" not null,
  "key" text collate "C" not null,
  "body_hash" bytea not null,
  "answer" jsonb not null,
  "at" timestamptz(3) not null,
  primary key ("actor_id", "route", "key")
);
create index "idempotency_by_time" on "idempotency" (at);
create table "gapless_number" (
  "name" text collate "C" not null,
  "period" text collate "C" not null,
  "last" bigint not null,
  primary key ("name", "period")
);
create table "access_epoch" (
  "id" smallint not null,
  "epoch" bigint not null,
  primary key ("id")
);
create table "credential" (
  "user_id" uuid not null,
  "kind" text collate "C" not null,
  "secret" text collate "C" not null,
  "changed_at" timestamptz(3) not null,
  primary key ("user_id", "kind")
);
create table "session" (
  "token_hash" bytea not null,
  "id" uuid not null,
  "user_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "seen_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "agent" text collate "C" not null,
  "address" text collate "C" not null,
  primary key ("token_hash")
);
create index "session_of_user" on "session" (user_id);
create index "session_ending" on "session" (expires_at);
create table "token" (
  "token_hash" bytea not null,
  "id" uuid not null,
  "user_id" uuid not null,
  "name" text collate "C" not null,
  "scopes" text[],
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3),
  "seen_at" timestamptz(3),
  primary key ("token_hash")
);
create index "token_of_user" on "token" (user_id);
create table "sign_in_attempt" (
  "key" text collate "C" not null,
  "failures" integer not null,
  "since" timestamptz(3) not null,
  "blocked_until" timestamptz(3),
  primary key ("key")
);
create table "node" (
  "id" uuid not null,
  "role" text collate "C" not null,
  "version" text collate "C" not null,
  "started_at" timestamptz(3) not null,
  "seen_at" timestamptz(3) not null,
  "host" text collate "C" not null,
  primary key ("id")
);
create table "import" (
  "id" uuid not null,
  "record" text collate "C" not null,
  "actor_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "state" text collate "C" not null,
  "file_name" text collate "C" not null,
  "file_key" text collate "C" not null,
  "file_size" bigint not null,
  "file_hash" text collate "C" not null,
  "settings" jsonb not null,
  "progress" jsonb not null,
  "operation_id" uuid,
  "version" integer not null default 1,
  primary key ("id")
);
create index "import_of_actor" on "import" (actor_id, id);
create table "import_problem" (
  "import_id" uuid not null,
  "line" integer not null,
  "kind" text collate "C" not null,
  "cells" jsonb not null,
  "problems" jsonb not null,
  primary key ("import_id", "line", "kind")
);
create table "file" (
  "id" uuid not null,
  "key" text collate "C" not null,
  "name" text collate "C" not null,
  "type" text collate "C" not null,
  "size" bigint not null,
  "hash" text collate "C" not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "created_by_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  primary key ("id")
);
create index "file_of_record" on "file" (record_id, id);
create table "user" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "email" text collate "C",
  "mobile" text collate "C",
  "department_id" uuid,
  "superior_id" uuid,
  "roles_ids" uuid[] not null default '{}',
  "locale" text collate "C",
  "is_demo" boolean not null default false,
  "is_active" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "user_by_name" on "user" ("name_sort", id) where deleted_at is null;
create index "user_of_department_id" on "user" ("department_id", "name_sort", id) where deleted_at is null;
create index "user_of_superior_id" on "user" ("superior_id", "name_sort", id) where deleted_at is null and "superior_id" is not null;
create index "user_has_roles_ids" on "user" using gin ("roles_ids") where deleted_at is null;
create index "user_with_is_active" on "user" ("is_active") where deleted_at is null;
create index "user_by_created_at" on "user" ("created_at", id) include ("department_id", "superior_id", "is_active") where deleted_at is null;
create index "user_search" on "user" using gin (search) where deleted_at is null;
create index "user_custom" on "user" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "user_recycled" on "user" (deleted_at, id) where deleted_at is not null;
create table "role" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "code" text collate "C" not null,
  "code_sort" text collate "C" not null default '',
  "note" text collate "C",
  "grants" jsonb not null default '[]',
  "field_rights" jsonb not null default '[]',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "role_by_code" on "role" ("code_sort", id) where deleted_at is null;
create index "role_by_created_at" on "role" ("created_at", id) where deleted_at is null;
create index "role_custom" on "role" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "role_recycled" on "role" (deleted_at, id) where deleted_at is not null;
create table "department" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "parent_id" uuid,
  "head_id" uuid,
  "legal_entity" text collate "C",
  "is_site" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "department_by_name" on "department" ("name_sort", id) where deleted_at is null;
create index "department_of_parent_id" on "department" ("parent_id", "name_sort", id) where deleted_at is null and "parent_id" is not null;
create index "department_of_head_id" on "department" ("head_id", "name_sort", id) where deleted_at is null and "head_id" is not null;
create index "department_with_is_site" on "department" ("is_site") where deleted_at is null;
create index "department_by_created_at" on "department" ("created_at", id) include ("parent_id", "head_id", "is_site") where deleted_at is null;
create index "department_search" on "department" using gin (search) where deleted_at is null;
create index "department_custom" on "department" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "department_recycled" on "department" (deleted_at, id) where deleted_at is not null;
create table "customer" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "short_name" text collate "C",
  "kind" text collate "C",
  "code" text collate "C",
  "stage" text collate "C",
  "tier" text collate "C",
  "source" text collate "C",
  "industry" text collate "C",
  "region" text collate "C",
  "address" text collate "C",
  "phone" text collate "C",
  "email" text collate "C",
  "website" text collate "C",
  "uscc" text collate "C",
  "external_code" text collate "C",
  "founded" integer,
  "employees" integer,
  "revenue" numeric,
  "parent_id" uuid,
  "primary_contact_id" uuid,
  "owner_id" uuid,
  "department_id" uuid,
  "tags" text[] not null default '{}',
  "note" text collate "C",
  "last_contact_at" timestamptz(3),
  "last_contact_at_sort" timestamptz(3) not null default '-infinity',
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "customer_by_name" on "customer" ("name_sort", id) where deleted_at is null;
create index "customer_with_kind" on "customer" ("kind") where deleted_at is null;
create index "customer_with_code" on "customer" ("code") where deleted_at is null and "code" is not null;
create index "customer_with_stage" on "customer" ("stage") where deleted_at is null;
create index "customer_with_tier" on "customer" ("tier") where deleted_at is null and "tier" is not null;
create index "customer_with_source" on "customer" ("source") where deleted_at is null and "source" is not null;
create index "customer_with_industry" on "customer" ("industry") where deleted_at is null and "industry" is not null;
create index "customer_with_region" on "customer" ("region") where deleted_at is null and "region" is not null;
create index "customer_with_external_code" on "customer" ("external_code") where deleted_at is null and "external_code" is not null;
create index "customer_of_parent_id" on "customer" ("parent_id", "created_at", id) where deleted_at is null and "parent_id" is not null;
create index "customer_of_primary_contact_id" on "customer" ("primary_contact_id", "created_at", id) where deleted_at is null and "primary_contact_id" is not null;
create index "customer_of_owner_id" on "customer" ("owner_id", "created_at", id) where deleted_at is null;
create index "customer_of_department_id" on "customer" ("department_id", "created_at", id) where deleted_at is null;
create index "customer_has_tags" on "customer" using gin ("tags") where deleted_at is null;
create index "customer_by_last_contact_at" on "customer" ("last_contact_at_sort", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source") where deleted_at is null;
create index "customer_by_created_at" on "customer" ("created_at", id) include ("owner_id", "department_id", "kind", "stage", "tier", "source") where deleted_at is null;
create index "customer_search" on "customer" using gin (search) where deleted_at is null;
create index "customer_custom" on "customer" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "customer_recycled" on "customer" (deleted_at, id) where deleted_at is not null;
create table "contact" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "customer_id" uuid,
  "roles" text[] not null default '{}',
  "title" text collate "C",
  "mobile" text collate "C",
  "telephone" text collate "C",
  "email" text collate "C",
  "wechat" text collate "C",
  "gender" text collate "C",
  "birthday" date,
  "note" text collate "C",
  "last_contact_at" timestamptz(3),
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "contact_by_name" on "contact" ("name_sort", id) where deleted_at is null;
create index "contact_has_roles" on "contact" using gin ("roles") where deleted_at is null;
create index "contact_by_created_at" on "contact" ("created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
create index "contact_of_root" on "contact" ("customer_id", "created_at", id) where deleted_at is null;
create index "contact_of_root_owner_id" on "contact" (root_owner_id, "created_at", id) where deleted_at is null;
create index "contact_of_root_department_id" on "contact" (root_department_id, "created_at", id) where deleted_at is null;
create index "contact_search" on "contact" using gin (search) where deleted_at is null;
create index "contact_custom" on "contact" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "contact_recycled" on "contact" (deleted_at, id) where deleted_at is not null;
create table "identity" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "customer_id" uuid,
  "contact_id" uuid,
  "kind" text collate "C",
  "value" text collate "C",
  "is_shared" boolean not null default false,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "identity_of_contact_id" on "identity" ("contact_id", "created_at", id) where deleted_at is null and "contact_id" is not null;
create index "identity_with_kind" on "identity" ("kind") where deleted_at is null;
create index "identity_by_created_at" on "identity" ("created_at", id) include ("root_owner_id", "root_department_id", "kind") where deleted_at is null;
create index "identity_of_root" on "identity" ("customer_id", "created_at", id) where deleted_at is null;
create index "identity_of_root_owner_id" on "identity" (root_owner_id, "created_at", id) where deleted_at is null;
create index "identity_of_root_department_id" on "identity" (root_department_id, "created_at", id) where deleted_at is null;
create index "identity_custom" on "identity" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "identity_recycled" on "identity" (deleted_at, id) where deleted_at is not null;
create table "activity" (
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
  "contact_id" uuid,
  "kind" text collate "C",
  "state" text collate "C",
  "at" timestamptz(3) not null,
  "minutes" integer,
  "by_id" uuid,
  "outcome" text collate "C",
  "next_step" text collate "C",
  "next_on" date,
  "body" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "activity_of_contact_id" on "activity" ("contact_id", "at", id) where deleted_at is null and "contact_id" is not null;
create index "activity_with_kind" on "activity" ("kind") where deleted_at is null;
create index "activity_with_state" on "activity" ("state") where deleted_at is null and "state" is not null;
create index "activity_by_at" on "activity" ("at", id) include ("root_owner_id", "root_department_id", "kind", "state", "by_id") where deleted_at is null;
create index "activity_of_by_id" on "activity" ("by_id", "at", id) where deleted_at is null and "by_id" is not null;
create index "activity_by_created_at" on "activity" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "state", "by_id") where deleted_at is null;
create index "activity_of_root" on "activity" ("customer_id", "at", id) where deleted_at is null;
create index "activity_of_root_owner_id" on "activity" (root_owner_id, "at", id) where deleted_at is null;
create index "activity_of_root_department_id" on "activity" (root_department_id, "at", id) where deleted_at is null;
create index "activity_search" on "activity" using gin (search) where deleted_at is null;
create index "activity_custom" on "activity" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "activity_recycled" on "activity" (deleted_at, id) where deleted_at is not null;
