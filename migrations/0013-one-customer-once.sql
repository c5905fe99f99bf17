create table "merge" (
  "operation_id" uuid not null,
  "record" text collate "C" not null,
  "stays_id" uuid not null,
  "goes_id" uuid not null,
  "actor_id" uuid not null,
  "at" timestamptz(3) not null,
  "moved" jsonb not null,
  "undone_at" timestamptz(3),
  primary key ("operation_id", "goes_id")
);
create unique index "merge_gone" on "merge" (goes_id) where undone_at is null;
create index "merge_stays" on "merge" (stays_id) where undone_at is null;
create table "match_key" (
  "record" text collate "C" not null,
  "key" bigint not null,
  "record_id" uuid not null,
  primary key ("record_id", "key")
);
create index "match_key_of" on "match_key" (record, key) include ("record_id");
alter table "contact" add column "id_number" text collate "C";
create table "contact_role" (
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
  "roles" text[] not null default '{}',
  "position" text collate "C",
  "from" date,
  "until" date,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "contact_role_of_contact_id" on "contact_role" ("contact_id", "created_at", id) where deleted_at is null;
create index "contact_role_has_roles" on "contact_role" using gin ("roles") where deleted_at is null;
create index "contact_role_by_created_at" on "contact_role" ("created_at", id) include ("root_owner_id", "root_department_id") where deleted_at is null;
create index "contact_role_of_root" on "contact_role" ("customer_id", "created_at", id) where deleted_at is null;
create index "contact_role_of_root_owner_id" on "contact_role" (root_owner_id, "created_at", id) include ("root_department_id") where deleted_at is null;
create index "contact_role_of_root_department_id" on "contact_role" (root_department_id, "created_at", id) include ("root_owner_id") where deleted_at is null;
create index "contact_role_custom" on "contact_role" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "contact_role_recycled" on "contact_role" (deleted_at, id) where deleted_at is not null;
create table "address" (
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
  "region_code" text collate "C",
  "region" text collate "C",
  "line" text collate "C",
  "postcode" text collate "C",
  "is_primary" boolean not null default false,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "address_of_contact_id" on "address" ("contact_id", "created_at", id) where deleted_at is null and "contact_id" is not null;
create index "address_with_kind" on "address" ("kind") where deleted_at is null;
create index "address_with_region_code" on "address" ("region_code") where deleted_at is null and "region_code" is not null;
create index "address_with_region" on "address" ("region") where deleted_at is null and "region" is not null;
create index "address_with_is_primary" on "address" ("is_primary") where deleted_at is null;
create index "address_by_created_at" on "address" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "region_code", "region", "is_primary") where deleted_at is null;
create index "address_of_root" on "address" ("customer_id", "created_at", id) where deleted_at is null;
create index "address_of_root_owner_id" on "address" (root_owner_id, "created_at", id) include ("root_department_id", "kind", "region_code", "region", "is_primary") where deleted_at is null;
create index "address_of_root_department_id" on "address" (root_department_id, "created_at", id) include ("root_owner_id", "kind", "region_code", "region", "is_primary") where deleted_at is null;
create index "address_search" on "address" using gin (search) where deleted_at is null;
create index "address_custom" on "address" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "address_recycled" on "address" (deleted_at, id) where deleted_at is not null;
create table "relation" (
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
  "kind" text collate "C",
  "other_id" uuid,
  "name" text collate "C",
  "from" date,
  "until" date,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "relation_with_kind" on "relation" ("kind") where deleted_at is null;
create index "relation_of_other_id" on "relation" ("other_id", "created_at", id) where deleted_at is null;
create index "relation_by_created_at" on "relation" ("created_at", id) include ("root_owner_id", "root_department_id", "kind") where deleted_at is null;
create index "relation_of_root" on "relation" ("customer_id", "created_at", id) where deleted_at is null;
create index "relation_of_root_owner_id" on "relation" (root_owner_id, "created_at", id) include ("root_department_id", "kind") where deleted_at is null;
create index "relation_of_root_department_id" on "relation" (root_department_id, "created_at", id) include ("root_owner_id", "kind") where deleted_at is null;
create index "relation_custom" on "relation" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "relation_recycled" on "relation" (deleted_at, id) where deleted_at is not null;
create table "asset" (
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
  "kind" text collate "C",
  "number" text collate "C",
  "state" text collate "C",
  "within_id" uuid,
  "model" text collate "C",
  "area" text collate "C",
  "value" numeric,
  "address" text collate "C",
  "started_on" date,
  "started_on_sort" date not null default '-infinity',
  "warranty_until" date,
  "warranty_until_sort" date not null default '-infinity',
  "inspection_on" date,
  "inspection_on_sort" date not null default '-infinity',
  "maintenance_on" date,
  "maintenance_on_sort" date not null default '-infinity',
  "renewal_on" date,
  "renewal_on_sort" date not null default '-infinity',
  "persons" integer,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "asset_by_name" on "asset" ("name_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort", "created_at") where deleted_at is null;
create index "asset_with_kind" on "asset" ("kind") where deleted_at is null;
create index "asset_with_number" on "asset" ("number") where deleted_at is null and "number" is not null;
create index "asset_with_state" on "asset" ("state") where deleted_at is null and "state" is not null;
create index "asset_of_within_id" on "asset" ("within_id", "created_at", id) where deleted_at is null and "within_id" is not null;
create index "asset_by_started_on" on "asset" ("started_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort", "created_at") where deleted_at is null;
create index "asset_by_warranty_until" on "asset" ("warranty_until_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort", "created_at") where deleted_at is null;
create index "asset_by_inspection_on" on "asset" ("inspection_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "maintenance_on_sort", "renewal_on_sort", "created_at") where deleted_at is null;
create index "asset_by_maintenance_on" on "asset" ("maintenance_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "renewal_on_sort", "created_at") where deleted_at is null;
create index "asset_by_renewal_on" on "asset" ("renewal_on_sort", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "created_at") where deleted_at is null;
create index "asset_by_created_at" on "asset" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort") where deleted_at is null;
create index "asset_of_root" on "asset" ("customer_id", "created_at", id) where deleted_at is null;
create index "asset_of_root_owner_id" on "asset" (root_owner_id, "created_at", id) include ("root_department_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort") where deleted_at is null;
create index "asset_of_root_department_id" on "asset" (root_department_id, "created_at", id) include ("root_owner_id", "kind", "number", "state", "started_on_sort", "warranty_until_sort", "inspection_on_sort", "maintenance_on_sort", "renewal_on_sort") where deleted_at is null;
create index "asset_search" on "asset" using gin (search) where deleted_at is null;
create index "asset_custom" on "asset" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "asset_recycled" on "asset" (deleted_at, id) where deleted_at is not null;
create table "holding" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_id" uuid not null,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "asset_id" uuid,
  "customer_id" uuid,
  "role" text collate "C",
  "from" date,
  "until" date,
  "reason" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "holding_of_asset_id" on "holding" ("asset_id", "created_at", id) where deleted_at is null;
create index "holding_of_customer_id" on "holding" ("customer_id", "created_at", id) where deleted_at is null;
create index "holding_with_role" on "holding" ("role") where deleted_at is null;
create index "holding_with_from" on "holding" ("from") where deleted_at is null and "from" is not null;
create index "holding_with_until" on "holding" ("until") where deleted_at is null and "until" is not null;
create index "holding_by_created_at" on "holding" ("created_at", id) include ("root_owner_id", "root_department_id", "role", "from", "until") where deleted_at is null;
create index "holding_of_root" on "holding" ("root_id", "created_at", id) where deleted_at is null;
create index "holding_of_root_owner_id" on "holding" (root_owner_id, "created_at", id) include ("root_department_id", "role", "from", "until") where deleted_at is null;
create index "holding_of_root_department_id" on "holding" (root_department_id, "created_at", id) include ("root_owner_id", "role", "from", "until") where deleted_at is null;
create index "holding_custom" on "holding" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "holding_recycled" on "holding" (deleted_at, id) where deleted_at is not null;
create table "duplicate" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_owner_id" uuid,
  "root_department_id" uuid,
  "reasons" text collate "C",
  "score" integer not null,
  "customer_id" uuid,
  "other_id" uuid,
  "state" text collate "C",
  "remark" text collate "C",
  "pair" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "duplicate_by_score" on "duplicate" ("score", id) include ("root_owner_id", "root_department_id", "state", "created_at") where deleted_at is null;
create index "duplicate_of_other_id" on "duplicate" ("other_id", "score", id) where deleted_at is null;
create index "duplicate_with_state" on "duplicate" ("state") where deleted_at is null and "state" is not null;
create index "duplicate_by_created_at" on "duplicate" ("created_at", id) include ("root_owner_id", "root_department_id", "score", "state") where deleted_at is null;
create index "duplicate_of_root" on "duplicate" ("customer_id", "score", id) where deleted_at is null;
create index "duplicate_of_root_owner_id" on "duplicate" (root_owner_id, "score", id) include ("root_department_id", "state", "created_at") where deleted_at is null;
create index "duplicate_of_root_department_id" on "duplicate" (root_department_id, "score", id) include ("root_owner_id", "state", "created_at") where deleted_at is null;
create index "duplicate_custom" on "duplicate" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "duplicate_recycled" on "duplicate" (deleted_at, id) where deleted_at is not null;
