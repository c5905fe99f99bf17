create table "calendar_feed" (
  "user_id" uuid not null,
  "secret_hash" bytea not null,
  "created_at" timestamptz(3) not null,
  "seen_at" timestamptz(3),
  primary key ("user_id")
);
create unique index "calendar_feed_of_secret" on "calendar_feed" (secret_hash);
create table "task" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "title" text collate "C",
  "due_on" date,
  "due_on_sort" date not null default '-infinity',
  "due_time" text collate "C",
  "assignee_id" uuid,
  "about_id" uuid,
  "about_record" text collate "C",
  "priority" text collate "C",
  "remind" text collate "C",
  "repeats" text collate "C",
  "note" text collate "C",
  "state" text collate "C",
  "givers_ids" uuid[] not null default '{}',
  "remark" text collate "C",
  "department_id" uuid,
  "previous_id" uuid,
  "occurs_on" date,
  "remind_at" timestamptz(3),
  "reminded_for" timestamptz(3),
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "task_by_due_on" on "task" ("due_on_sort", id) include ("assignee_id", "department_id", "priority", "state", "created_at") where deleted_at is null;
create index "task_of_assignee_id" on "task" ("assignee_id", "due_on_sort", id) include ("department_id", "priority", "state", "created_at") where deleted_at is null;
create index "task_with_about_id" on "task" ("about_id") where deleted_at is null and "about_id" is not null;
create index "task_with_priority" on "task" ("priority") where deleted_at is null;
create index "task_with_repeats" on "task" ("repeats") where deleted_at is null and "repeats" is not null;
create index "task_with_state" on "task" ("state") where deleted_at is null and "state" is not null;
create index "task_has_givers_ids" on "task" using gin ("givers_ids") where deleted_at is null;
create index "task_of_department_id" on "task" ("department_id", "due_on_sort", id) include ("assignee_id", "priority", "state", "created_at") where deleted_at is null;
create index "task_of_previous_id" on "task" ("previous_id", "due_on_sort", id) where deleted_at is null and "previous_id" is not null;
create index "task_with_remind_at" on "task" ("remind_at") where deleted_at is null and "remind_at" is not null;
create index "task_by_created_at" on "task" ("created_at", id) include ("assignee_id", "department_id", "due_on_sort", "priority", "state") where deleted_at is null;
create index "task_search" on "task" using gin (search) where deleted_at is null;
create index "task_custom" on "task" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "task_recycled" on "task" (deleted_at, id) where deleted_at is not null;
