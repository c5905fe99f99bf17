alter table "contact" add column "preferred_channel" text collate "C";
alter table "contact" add column "reachable_from" text collate "C";
alter table "contact" add column "reachable_to" text collate "C";
alter table "contact" add column "is_restricted" boolean not null default false;
create table "purpose" (
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
  "wording" jsonb,
  "basis" text collate "C",
  "channels" text[] not null default '{}',
  "months" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "purpose_by_code" on "purpose" ("code_sort", id) include ("created_at") where deleted_at is null;
create index "purpose_by_created_at" on "purpose" ("created_at", id) where deleted_at is null;
create index "purpose_custom" on "purpose" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "purpose_recycled" on "purpose" (deleted_at, id) where deleted_at is not null;
create table "consent" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "summary" jsonb,
  "customer_id" uuid,
  "contact_id" uuid,
  "purpose_id" uuid,
  "channel" text collate "C",
  "decision" text collate "C",
  "at" timestamptz(3) not null,
  "how" text collate "C",
  "wording" jsonb,
  "until" date,
  "proof" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "consent_of_contact_id" on "consent" ("contact_id", "created_at", id) where deleted_at is null;
create index "consent_of_purpose_id" on "consent" ("purpose_id", "created_at", id) where deleted_at is null;
create index "consent_with_channel" on "consent" ("channel") where deleted_at is null;
create index "consent_with_decision" on "consent" ("decision") where deleted_at is null;
create index "consent_by_at" on "consent" ("at", id) include ("root_owner_id", "root_department_id", "contact_id", "purpose_id", "channel", "decision", "created_at") where deleted_at is null;
create index "consent_by_created_at" on "consent" ("created_at", id) include ("root_owner_id", "root_department_id", "contact_id", "purpose_id", "channel", "decision", "at") where deleted_at is null;
create index "consent_of_root" on "consent" ("customer_id", "created_at", id) where deleted_at is null;
create index "consent_of_root_owner_id" on "consent" (root_owner_id, "created_at", id) include ("root_department_id", "contact_id", "purpose_id", "channel", "decision", "at") where deleted_at is null;
create index "consent_of_root_department_id" on "consent" (root_department_id, "created_at", id) include ("root_owner_id", "contact_id", "purpose_id", "channel", "decision", "at") where deleted_at is null;
create index "consent_custom" on "consent" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "consent_recycled" on "consent" (deleted_at, id) where deleted_at is not null;
create table "preference_page" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "name" text collate "C",
  "customer_id" uuid,
  "contact_id" uuid,
  "secret_hash" text collate "C",
  "expires_on" date,
  "seen_at" timestamptz(3),
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "preference_page_of_contact_id" on "preference_page" ("contact_id", "created_at", id) where deleted_at is null;
create index "preference_page_by_created_at" on "preference_page" ("created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
create index "preference_page_of_root" on "preference_page" ("customer_id", "created_at", id) where deleted_at is null;
create index "preference_page_of_root_owner_id" on "preference_page" (root_owner_id, "created_at", id) include ("root_department_id") where deleted_at is null;
create index "preference_page_of_root_department_id" on "preference_page" (root_department_id, "created_at", id) include ("root_owner_id") where deleted_at is null;
create index "preference_page_custom" on "preference_page" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "preference_page_recycled" on "preference_page" (deleted_at, id) where deleted_at is not null;
create table "subject_request" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "number" text collate "C",
  "customer_id" uuid,
  "contact_id" uuid,
  "kind" text collate "C",
  "received_on" date,
  "channel" text collate "C",
  "identity_check" text collate "C",
  "warn_on" date,
  "due_on" date not null,
  "state" text collate "C",
  "answer" text collate "C",
  "done_on" date,
  "report" jsonb not null default '[]',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create unique index "subject_request_number_number" on "subject_request" ("number") where "number" is not null;
create index "subject_request_of_contact_id" on "subject_request" ("contact_id", "due_on", id) where deleted_at is null;
create index "subject_request_with_kind" on "subject_request" ("kind") where deleted_at is null;
create index "subject_request_by_due_on" on "subject_request" ("due_on", id) include ("root_owner_id", "root_department_id", "kind", "state", "created_at") where deleted_at is null;
create index "subject_request_with_state" on "subject_request" ("state") where deleted_at is null and "state" is not null;
create index "subject_request_by_created_at" on "subject_request" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "due_on", "state") where deleted_at is null;
create index "subject_request_of_root" on "subject_request" ("customer_id", "due_on", id) where deleted_at is null;
create index "subject_request_of_root_owner_id" on "subject_request" (root_owner_id, "due_on", id) include ("root_department_id", "kind", "state", "created_at") where deleted_at is null;
create index "subject_request_of_root_department_id" on "subject_request" (root_department_id, "due_on", id) include ("root_owner_id", "kind", "state", "created_at") where deleted_at is null;
create index "subject_request_custom" on "subject_request" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "subject_request_recycled" on "subject_request" (deleted_at, id) where deleted_at is not null;
-- By hand: the roles that a system begins with may erase personal data, as in a new one.
update "role" set grants = (select jsonb_agg(g || '{"erase": true}') from jsonb_array_elements(grants) g) where code in ('administrator', 'director') and jsonb_array_length(grants) > 0;
