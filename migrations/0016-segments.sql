create table "segment_stay" (
  "segment_id" uuid not null,
  "record_id" uuid not null,
  "entered_at" timestamptz(3) not null,
  "left_at" timestamptz(3),
  "is_first" boolean not null default false,
  primary key ("segment_id", "record_id", "entered_at")
);
create unique index "segment_stay_open" on "segment_stay" (segment_id, record_id) where left_at is null;
create index "segment_stay_entered" on "segment_stay" (segment_id, entered_at) where not is_first;
create index "segment_stay_left" on "segment_stay" (segment_id, left_at) where left_at is not null;
create index "segment_stay_of_record" on "segment_stay" (record_id, segment_id) where left_at is null;
create table "segment_size" (
  "segment_id" uuid not null,
  "day" date not null,
  "size" integer not null,
  "entered" integer not null,
  "departed" integer not null,
  "at" timestamptz(3) not null,
  primary key ("segment_id", "day")
);
drop index if exists "contact_of_root";
create index "contact_of_root" on "contact" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
drop index if exists "contact_role_of_root";
create index "contact_role_of_root" on "contact_role" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
drop index if exists "identity_of_root";
create index "identity_of_root" on "identity" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "kind") where deleted_at is null;
drop index if exists "address_of_root";
create index "address_of_root" on "address" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "kind", "region_code", "region", "is_primary") where deleted_at is null;
drop index if exists "relation_of_root";
create index "relation_of_root" on "relation" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "kind") where deleted_at is null;
drop index if exists "asset_by_started_on";
create index "asset_by_started_on" on "asset" ("started_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort", "created_at", "customer_id") where deleted_at is null;
drop index if exists "asset_by_warranty_until";
create index "asset_by_warranty_until" on "asset" ("warranty_until_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort", "created_at", "customer_id") where deleted_at is null;
drop index if exists "asset_by_inspection_on";
create index "asset_by_inspection_on" on "asset" ("inspection_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "maintenance_on_sort", "renewal_on_sort", "created_at", "customer_id") where deleted_at is null;
drop index if exists "asset_by_maintenance_on";
create index "asset_by_maintenance_on" on "asset" ("maintenance_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "renewal_on_sort", "created_at", "customer_id") where deleted_at is null;
drop index if exists "asset_by_renewal_on";
create index "asset_by_renewal_on" on "asset" ("renewal_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "created_at", "customer_id") where deleted_at is null;
drop index if exists "asset_of_root";
create index "asset_of_root" on "asset" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort") where deleted_at is null;
drop index if exists "holding_of_root";
create index "holding_of_root" on "holding" ("root_id", "created_at", id) include ("root_owner_id", "root_department_id", "role", "from", "until") where deleted_at is null;
drop index if exists "activity_by_at";
create index "activity_by_at" on "activity" ("at", id) include ("root_owner_id", "root_department_id", "kind", "state", "by_id", "created_at", "customer_id") where deleted_at is null;
drop index if exists "activity_of_root";
create index "activity_of_root" on "activity" ("customer_id", "at", id) include ("root_owner_id", "root_department_id", "kind", "state", "by_id", "created_at") where deleted_at is null;
drop index if exists "duplicate_of_root";
create index "duplicate_of_root" on "duplicate" ("customer_id", "score", id) include ("root_owner_id", "root_department_id", "state", "created_at") where deleted_at is null;
drop index if exists "consent_by_at";
create index "consent_by_at" on "consent" ("at", id) include ("root_owner_id", "root_department_id", "contact_id", "purpose_id", "channel", "decision", "created_at", "customer_id") where deleted_at is null;
drop index if exists "consent_of_root";
create index "consent_of_root" on "consent" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "contact_id", "purpose_id", "channel", "decision", "at") where deleted_at is null;
drop index if exists "preference_page_of_root";
create index "preference_page_of_root" on "preference_page" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
drop index if exists "subject_request_by_due_on";
create index "subject_request_by_due_on" on "subject_request" ("due_on", id) include ("root_owner_id", "root_department_id", "kind", "state", "created_at", "customer_id") where deleted_at is null;
drop index if exists "subject_request_of_root";
create index "subject_request_of_root" on "subject_request" ("customer_id", "due_on", id) include ("root_owner_id", "root_department_id", "kind", "state", "created_at") where deleted_at is null;
create table "segment" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "kind" text collate "C",
  "over" text collate "C",
  "filter" jsonb,
  "description" text collate "C",
  "shown" text collate "C",
  "owner_id" uuid,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "segment_by_name" on "segment" ("name_sort", id) include ("owner_id", "kind", "shown", "state", "created_at") where deleted_at is null;
create index "segment_with_kind" on "segment" ("kind") where deleted_at is null;
create index "segment_with_shown" on "segment" ("shown") where deleted_at is null;
create index "segment_of_owner_id" on "segment" ("owner_id", "name_sort", id) include ("kind", "shown", "state", "created_at") where deleted_at is null;
create index "segment_with_state" on "segment" ("state") where deleted_at is null and "state" is not null;
create index "segment_by_created_at" on "segment" ("created_at", id) include ("owner_id", "kind", "shown", "state") where deleted_at is null;
create index "segment_search" on "segment" using gin (search) where deleted_at is null;
create index "segment_custom" on "segment" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "segment_recycled" on "segment" (deleted_at, id) where deleted_at is not null;
create table "listing" (
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
  "segment_id" uuid,
  "customer_id" uuid,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "listing_of_segment_id" on "listing" ("segment_id", "created_at", id) where deleted_at is null;
create index "listing_by_created_at" on "listing" ("created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
create index "listing_of_root" on "listing" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
create index "listing_of_root_owner_id" on "listing" (root_owner_id, "created_at", id) include ("root_department_id") where deleted_at is null;
create index "listing_of_root_department_id" on "listing" (root_department_id, "created_at", id) include ("root_owner_id") where deleted_at is null;
create index "listing_custom" on "listing" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "listing_recycled" on "listing" (deleted_at, id) where deleted_at is not null;
