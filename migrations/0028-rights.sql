create table "simulation" (
  "session_id" uuid not null,
  "administrator_id" uuid not null,
  "user_id" uuid not null,
  "reason" text collate "C" not null,
  "started_at" timestamptz(3) not null,
  "until" timestamptz(3) not null,
  primary key ("session_id")
);
create table "export_request" (
  "id" uuid not null,
  "actor_id" uuid not null,
  "record" text collate "C" not null,
  "query" jsonb not null,
  "reason" text not null,
  "rows" integer not null,
  "at" timestamptz(3) not null,
  "state" text collate "C" not null,
  "decide_by" timestamptz(3) not null,
  "decided_by_id" uuid,
  "decided_at" timestamptz(3),
  "note" text,
  "file_key" text,
  "file_size" bigint,
  "written" integer,
  "expires_at" timestamptz(3),
  "fetched_at" timestamptz(3),
  "operation_id" uuid,
  primary key ("id")
);
create index "export_request_of_actor" on "export_request" (actor_id, id);
create index "export_request_open" on "export_request" (state, id) where state in ('waiting', 'ready');
create table "export_rule" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "record" text collate "C" not null,
  "record_sort" text collate "C" not null default '',
  "rows" integer,
  "approved_by" text collate "C",
  "wait_hours" integer,
  "keep_hours" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "export_rule_by_record" on "export_rule" ("record_sort", id) include ("created_at") where deleted_at is null;
create index "export_rule_by_created_at" on "export_rule" ("created_at", id) where deleted_at is null;
create index "export_rule_custom" on "export_rule" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "export_rule_recycled" on "export_rule" (deleted_at, id) where deleted_at is not null;
