create table "passkey" (
  "credential_id" text collate "C" not null,
  "id" uuid not null,
  "user_id" uuid not null,
  "host" text collate "C" not null,
  "name" text collate "C" not null,
  "public_key" bytea not null,
  "counter" bigint not null,
  "transports" text[] not null,
  "created_at" timestamptz(3) not null,
  "seen_at" timestamptz(3),
  primary key ("credential_id")
);
create index "passkey_of_user" on "passkey" (user_id);
create table "passkey_challenge" (
  "challenge_hash" bytea not null,
  "kind" text collate "C" not null,
  "user_id" uuid,
  "expires_at" timestamptz(3) not null,
  primary key ("challenge_hash")
);
create index "passkey_challenge_ending" on "passkey_challenge" (expires_at);
create table "provider_account" (
  "provider_id" uuid not null,
  "subject" text collate "C" not null,
  "user_id" uuid not null,
  "email" text collate "C" not null,
  "created_at" timestamptz(3) not null,
  "seen_at" timestamptz(3) not null,
  primary key ("provider_id", "subject")
);
create unique index "provider_account_of_user" on "provider_account" (user_id, provider_id);
create table "provider_step" (
  "secret_hash" bytea not null,
  "provider_id" uuid not null,
  "user_id" uuid,
  "back" text collate "C" not null,
  "expires_at" timestamptz(3) not null,
  primary key ("secret_hash")
);
create index "provider_step_ending" on "provider_step" (expires_at);
create table "provider_secret" (
  "provider_id" uuid not null,
  "secret" text collate "C" not null,
  "changed_at" timestamptz(3) not null,
  primary key ("provider_id")
);
alter table "role" add column "single_sign_on" boolean not null default false;
create table "identity_provider" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "issuer" text collate "C",
  "client_id" text collate "C",
  "scopes" text collate "C",
  "domains" text collate "C",
  "is_only_way" boolean not null default false,
  "proves_twice" boolean not null default false,
  "creates_users" boolean not null default false,
  "new_roles_ids" uuid[] not null default '{}',
  "is_on" boolean not null default false,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "identity_provider_by_name" on "identity_provider" ("name_sort", id) include ("created_at") where deleted_at is null;
create index "identity_provider_by_created_at" on "identity_provider" ("created_at", id) where deleted_at is null;
create index "identity_provider_custom" on "identity_provider" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "identity_provider_recycled" on "identity_provider" (deleted_at, id) where deleted_at is not null;
