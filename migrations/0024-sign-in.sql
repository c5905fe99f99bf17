alter table "credential" add column "used_step" bigint;
create table "backup_code" (
  "user_id" uuid not null,
  "code_hash" bytea not null,
  "used_at" timestamptz(3),
  primary key ("user_id", "code_hash")
);
alter table "session" add column "confirmed_at" timestamptz(3);
create index "session_by_id" on "session" (id);
create table "sign_in_step" (
  "secret_hash" bytea not null,
  "user_id" uuid not null,
  "kind" text collate "C" not null,
  "expires_at" timestamptz(3) not null,
  primary key ("secret_hash")
);
create index "sign_in_step_of_user" on "sign_in_step" (user_id);
create table "recovery" (
  "secret_hash" bytea not null,
  "user_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  primary key ("secret_hash")
);
create index "recovery_of_user" on "recovery" (user_id);
alter table "token" add column "kind" text collate "C" not null default 'service';
alter table "token" add column "made_by_id" uuid;
alter table "role" add column "second_factor" boolean not null default false;
alter table "role" add column "idle_minutes" integer;
alter table "role" add column "session_hours" integer;
