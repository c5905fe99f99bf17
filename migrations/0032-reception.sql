create table "site_setting" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C",
  "site_id" uuid,
  "number" integer,
  "valid_months" integer,
  "validity_from" text collate "C",
  "valid_at" text collate "C",
  "call_opens_file" boolean not null default false,
  "household_is_one" boolean not null default false,
  "expired_counts" boolean not null default false,
  "declined_receiver" numeric,
  "declined_earlier" numeric,
  "nth_receiver" numeric,
  "nth_earlier" numeric,
  "nth_earliest_only" boolean not null default false,
  "named_helper" numeric,
  "named_owner" numeric,
  "absent_helper" numeric,
  "absent_owner" numeric,
  "absent_same_day" text collate "C",
  "forgot_receiver" numeric,
  "forgot_earlier" numeric,
  "same_day_helper" numeric,
  "same_day_owner" numeric,
  "leaver_share" numeric,
  "leaver_rest" numeric,
  "long_leave_days" integer,
  "referrer_must_have_bought" boolean not null default false,
  "discount_days" integer,
  "owes_out" boolean not null default false,
  "owes_uncounted" boolean not null default false,
  "owes_counted" boolean not null default false,
  "owes_absent" boolean not null default false,
  "owes_late" boolean not null default false,
  "owes_away" boolean not null default false,
  "carries_owed" boolean not null default false,
  "dispute_days" integer,
  "appeal_days" integer,
  "deduction_cap" numeric,
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "site_setting_of_site_id" on "site_setting" ("site_id", "created_at", id) where deleted_at is null;
create index "site_setting_by_created_at" on "site_setting" ("created_at", id) include ("site_id") where deleted_at is null;
create index "site_setting_custom" on "site_setting" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "site_setting_recycled" on "site_setting" (deleted_at, id) where deleted_at is not null;
create table "shift" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C",
  "site_id" uuid,
  "day" date not null,
  "begins" text collate "C",
  "ends" text collate "C",
  "members_ids" uuid[] not null default '{}',
  "state" text collate "C",
  "setting_id" uuid,
  "ring" jsonb not null default '[]',
  "pointer" integer,
  "turns" integer,
  "entries" integer,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "shift_of_site_id" on "shift" ("site_id", "day", id) include ("state", "created_at") where deleted_at is null;
create index "shift_by_day" on "shift" ("day", id) include ("site_id", "state", "created_at") where deleted_at is null;
create index "shift_has_members_ids" on "shift" using gin ("members_ids") where deleted_at is null;
create index "shift_with_state" on "shift" ("state") where deleted_at is null and "state" is not null;
create index "shift_of_setting_id" on "shift" ("setting_id", "day", id) where deleted_at is null and "setting_id" is not null;
create index "shift_by_created_at" on "shift" ("created_at", id) include ("site_id", "day", "state") where deleted_at is null;
create index "shift_custom" on "shift" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "shift_recycled" on "shift" (deleted_at, id) where deleted_at is not null;
create table "turn_entry" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "root_department_id" uuid,
  "shift_id" uuid,
  "order" integer not null,
  "kind" text collate "C",
  "user_id" uuid,
  "reception_id" uuid,
  "reason" text collate "C",
  "entry" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "turn_entry_by_order" on "turn_entry" ("order", id) include ("root_department_id", "kind", "user_id", "created_at") where deleted_at is null;
create index "turn_entry_with_kind" on "turn_entry" ("kind") where deleted_at is null;
create index "turn_entry_of_user_id" on "turn_entry" ("user_id", "order", id) where deleted_at is null and "user_id" is not null;
create index "turn_entry_of_reception_id" on "turn_entry" ("reception_id", "order", id) where deleted_at is null and "reception_id" is not null;
create index "turn_entry_by_created_at" on "turn_entry" ("created_at", id) include ("root_department_id", "kind", "user_id") where deleted_at is null;
create index "turn_entry_of_root" on "turn_entry" ("shift_id", "order", id) include ("root_department_id", "kind", "user_id", "created_at") where deleted_at is null;
create index "turn_entry_of_root_department_id" on "turn_entry" (root_department_id, "order", id) include ("kind", "user_id", "created_at") where deleted_at is null;
create index "turn_entry_custom" on "turn_entry" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "turn_entry_recycled" on "turn_entry" (deleted_at, id) where deleted_at is not null;
create table "reception" (
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
  "register" text collate "C",
  "site_id" uuid,
  "shift_id" uuid,
  "at" timestamptz(3),
  "at_sort" timestamptz(3) not null default '-infinity',
  "is_late" boolean not null default false,
  "came_at" timestamptz(3),
  "receiver_id" uuid,
  "received_ids" uuid[] not null default '{}',
  "state" text collate "C",
  "been" text collate "C",
  "named_ids" uuid[] not null default '{}',
  "asked_id" uuid,
  "declined_ids" uuid[] not null default '{}',
  "complaint" text collate "C",
  "discount" text collate "C",
  "insists" boolean not null default false,
  "waits" boolean not null default false,
  "picks_id" uuid,
  "source" text collate "C",
  "product" text collate "C",
  "grade" text collate "C",
  "note" text collate "C",
  "started_at" timestamptz(3),
  "ended_at" timestamptz(3),
  "ruling_id" uuid,
  "turn" integer,
  "turn_by" text collate "C",
  "turn_owed_since" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "reception_with_register" on "reception" ("register") where deleted_at is null;
create index "reception_of_site_id" on "reception" ("site_id", "at_sort", id) where deleted_at is null and "site_id" is not null;
create index "reception_of_shift_id" on "reception" ("shift_id", "at_sort", id) where deleted_at is null and "shift_id" is not null;
create index "reception_by_at" on "reception" ("at_sort", id) include ("root_owner_id", "root_department_id", "register", "site_id", "shift_id", "receiver_id", "state", "source", "grade", "created_at", "customer_id") where deleted_at is null;
create index "reception_of_receiver_id" on "reception" ("receiver_id", "at_sort", id) where deleted_at is null and "receiver_id" is not null;
create index "reception_with_state" on "reception" ("state") where deleted_at is null and "state" is not null;
create index "reception_of_asked_id" on "reception" ("asked_id", "at_sort", id) where deleted_at is null and "asked_id" is not null;
create index "reception_of_picks_id" on "reception" ("picks_id", "at_sort", id) where deleted_at is null and "picks_id" is not null;
create index "reception_with_source" on "reception" ("source") where deleted_at is null and "source" is not null;
create index "reception_with_grade" on "reception" ("grade") where deleted_at is null and "grade" is not null;
create index "reception_of_ruling_id" on "reception" ("ruling_id", "at_sort", id) where deleted_at is null and "ruling_id" is not null;
create index "reception_by_created_at" on "reception" ("created_at", id) include ("root_owner_id", "root_department_id", "register", "site_id", "shift_id", "at_sort", "receiver_id", "state", "source", "grade") where deleted_at is null;
create index "reception_of_root" on "reception" ("customer_id", "at_sort", id) include ("root_owner_id", "root_department_id", "register", "site_id", "shift_id", "receiver_id", "state", "source", "grade", "created_at") where deleted_at is null;
create index "reception_of_root_owner_id" on "reception" (root_owner_id, "at_sort", id) include ("root_department_id", "register", "site_id", "shift_id", "receiver_id", "state", "source", "grade", "created_at") where deleted_at is null;
create index "reception_of_root_department_id" on "reception" (root_department_id, "at_sort", id) include ("root_owner_id", "register", "site_id", "shift_id", "receiver_id", "state", "source", "grade", "created_at") where deleted_at is null;
create index "reception_custom" on "reception" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "reception_recycled" on "reception" (deleted_at, id) where deleted_at is not null;
create table "customer_file" (
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
  "salesperson_id" uuid,
  "register" text collate "C",
  "at" timestamptz(3),
  "at_sort" timestamptz(3) not null default '-infinity',
  "valid_through" date,
  "site_id" uuid,
  "reception_id" uuid,
  "has_deal" boolean not null default false,
  "gone_at" timestamptz(3),
  "drawn_to_id" uuid,
  "drawn_at" timestamptz(3),
  "draw" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "customer_file_of_salesperson_id" on "customer_file" ("salesperson_id", "at_sort", id) where deleted_at is null;
create index "customer_file_by_at" on "customer_file" ("at_sort", id) include ("root_owner_id", "root_department_id", "salesperson_id", "site_id", "created_at", "customer_id") where deleted_at is null;
create index "customer_file_of_site_id" on "customer_file" ("site_id", "at_sort", id) where deleted_at is null and "site_id" is not null;
create index "customer_file_of_reception_id" on "customer_file" ("reception_id", "at_sort", id) where deleted_at is null and "reception_id" is not null;
create index "customer_file_of_drawn_to_id" on "customer_file" ("drawn_to_id", "at_sort", id) where deleted_at is null and "drawn_to_id" is not null;
create index "customer_file_by_created_at" on "customer_file" ("created_at", id) include ("root_owner_id", "root_department_id", "salesperson_id", "at_sort", "site_id") where deleted_at is null;
create index "customer_file_of_root" on "customer_file" ("customer_id", "at_sort", id) include ("root_owner_id", "root_department_id", "salesperson_id", "site_id", "created_at") where deleted_at is null;
create index "customer_file_of_root_owner_id" on "customer_file" (root_owner_id, "at_sort", id) include ("root_department_id", "salesperson_id", "site_id", "created_at") where deleted_at is null;
create index "customer_file_of_root_department_id" on "customer_file" (root_department_id, "at_sort", id) include ("root_owner_id", "salesperson_id", "site_id", "created_at") where deleted_at is null;
create index "customer_file_custom" on "customer_file" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "customer_file_recycled" on "customer_file" (deleted_at, id) where deleted_at is not null;
create table "ruling" (
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
  "rule" text collate "C",
  "because" jsonb,
  "state" text collate "C",
  "site_id" uuid,
  "receiver_id" uuid,
  "owner_id" uuid,
  "service_owner_id" uuid,
  "performance" jsonb not null default '[]',
  "commission" jsonb not null default '[]',
  "turn" text collate "C",
  "steps" jsonb not null default '[]',
  "setting_id" uuid,
  "rules_version" integer,
  "reception_id" uuid,
  "deal_id" uuid,
  "is_by_manager" boolean not null default false,
  "reason" text collate "C",
  "concerned_ids" uuid[] not null default '{}',
  "facts" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "ruling_with_rule" on "ruling" ("rule") where deleted_at is null;
create index "ruling_with_state" on "ruling" ("state") where deleted_at is null and "state" is not null;
create index "ruling_of_site_id" on "ruling" ("site_id", "created_at", id) where deleted_at is null and "site_id" is not null;
create index "ruling_of_receiver_id" on "ruling" ("receiver_id", "created_at", id) where deleted_at is null and "receiver_id" is not null;
create index "ruling_of_owner_id" on "ruling" ("owner_id", "created_at", id) where deleted_at is null and "owner_id" is not null;
create index "ruling_of_service_owner_id" on "ruling" ("service_owner_id", "created_at", id) where deleted_at is null and "service_owner_id" is not null;
create index "ruling_of_setting_id" on "ruling" ("setting_id", "created_at", id) where deleted_at is null and "setting_id" is not null;
create index "ruling_of_reception_id" on "ruling" ("reception_id", "created_at", id) where deleted_at is null and "reception_id" is not null;
create index "ruling_of_deal_id" on "ruling" ("deal_id", "created_at", id) where deleted_at is null and "deal_id" is not null;
create index "ruling_has_concerned_ids" on "ruling" using gin ("concerned_ids") where deleted_at is null;
create index "ruling_by_created_at" on "ruling" ("created_at", id) include ("root_owner_id", "root_department_id", "rule", "state", "site_id", "owner_id", "setting_id", "reception_id", "deal_id") where deleted_at is null;
create index "ruling_of_root" on "ruling" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "rule", "state", "site_id", "owner_id", "setting_id", "reception_id", "deal_id") where deleted_at is null;
create index "ruling_of_root_owner_id" on "ruling" (root_owner_id, "created_at", id) include ("root_department_id", "rule", "state", "site_id", "owner_id", "setting_id", "reception_id", "deal_id") where deleted_at is null;
create index "ruling_of_root_department_id" on "ruling" (root_department_id, "created_at", id) include ("root_owner_id", "rule", "state", "site_id", "owner_id", "setting_id", "reception_id", "deal_id") where deleted_at is null;
create index "ruling_custom" on "ruling" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "ruling_recycled" on "ruling" (deleted_at, id) where deleted_at is not null;
create table "recorded_deal" (
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
  "product" text collate "C",
  "on" date not null,
  "deposit_at" timestamptz(3),
  "amount" numeric,
  "commission" numeric,
  "site_id" uuid,
  "ruling_id" uuid,
  "split" jsonb not null default '[]',
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "recorded_deal_by_on" on "recorded_deal" ("on", id) include ("root_owner_id", "root_department_id", "site_id", "created_at", "customer_id") where deleted_at is null;
create index "recorded_deal_of_site_id" on "recorded_deal" ("site_id", "on", id) where deleted_at is null and "site_id" is not null;
create index "recorded_deal_of_ruling_id" on "recorded_deal" ("ruling_id", "on", id) where deleted_at is null and "ruling_id" is not null;
create index "recorded_deal_by_created_at" on "recorded_deal" ("created_at", id) include ("root_owner_id", "root_department_id", "on", "site_id") where deleted_at is null;
create index "recorded_deal_of_root" on "recorded_deal" ("customer_id", "on", id) include ("root_owner_id", "root_department_id", "site_id", "created_at") where deleted_at is null;
create index "recorded_deal_of_root_owner_id" on "recorded_deal" (root_owner_id, "on", id) include ("root_department_id", "site_id", "created_at") where deleted_at is null;
create index "recorded_deal_of_root_department_id" on "recorded_deal" (root_department_id, "on", id) include ("root_owner_id", "site_id", "created_at") where deleted_at is null;
create index "recorded_deal_custom" on "recorded_deal" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "recorded_deal_recycled" on "recorded_deal" (deleted_at, id) where deleted_at is not null;
create table "dispute" (
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
  "claim" text collate "C",
  "ruling_id" uuid,
  "deal_id" uuid,
  "opener_id" uuid,
  "concerned_ids" uuid[] not null default '{}',
  "site_id" uuid,
  "state" text collate "C",
  "due_on" date,
  "due_on_sort" date not null default '-infinity',
  "mediator_id" uuid,
  "judge_id" uuid,
  "appeal_to_id" uuid,
  "outcome_id" uuid,
  "resolution" text collate "C",
  "reason" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "dispute_of_ruling_id" on "dispute" ("ruling_id", "created_at", id) where deleted_at is null and "ruling_id" is not null;
create index "dispute_of_deal_id" on "dispute" ("deal_id", "created_at", id) where deleted_at is null and "deal_id" is not null;
create index "dispute_of_opener_id" on "dispute" ("opener_id", "created_at", id) where deleted_at is null and "opener_id" is not null;
create index "dispute_has_concerned_ids" on "dispute" using gin ("concerned_ids") where deleted_at is null;
create index "dispute_of_site_id" on "dispute" ("site_id", "created_at", id) where deleted_at is null and "site_id" is not null;
create index "dispute_with_state" on "dispute" ("state") where deleted_at is null and "state" is not null;
create index "dispute_by_due_on" on "dispute" ("due_on_sort", id) include ("root_owner_id", "root_department_id", "opener_id", "site_id", "state", "created_at", "customer_id") where deleted_at is null;
create index "dispute_of_mediator_id" on "dispute" ("mediator_id", "created_at", id) where deleted_at is null and "mediator_id" is not null;
create index "dispute_of_judge_id" on "dispute" ("judge_id", "created_at", id) where deleted_at is null and "judge_id" is not null;
create index "dispute_of_appeal_to_id" on "dispute" ("appeal_to_id", "created_at", id) where deleted_at is null and "appeal_to_id" is not null;
create index "dispute_of_outcome_id" on "dispute" ("outcome_id", "created_at", id) where deleted_at is null and "outcome_id" is not null;
create index "dispute_by_created_at" on "dispute" ("created_at", id) include ("root_owner_id", "root_department_id", "opener_id", "site_id", "state", "due_on_sort") where deleted_at is null;
create index "dispute_of_root" on "dispute" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "opener_id", "site_id", "state", "due_on_sort") where deleted_at is null;
create index "dispute_of_root_owner_id" on "dispute" (root_owner_id, "created_at", id) include ("root_department_id", "opener_id", "site_id", "state", "due_on_sort") where deleted_at is null;
create index "dispute_of_root_department_id" on "dispute" (root_department_id, "created_at", id) include ("root_owner_id", "opener_id", "site_id", "state", "due_on_sort") where deleted_at is null;
create index "dispute_custom" on "dispute" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "dispute_recycled" on "dispute" (deleted_at, id) where deleted_at is not null;
create table "violation" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "rule" text collate "C",
  "who_id" uuid,
  "site_id" uuid,
  "on" date,
  "facts" text collate "C",
  "consequence" text collate "C",
  "deduction" numeric,
  "of_month_pay" numeric,
  "override" text collate "C",
  "dispute_id" uuid,
  "state" text collate "C",
  "appeal_by" date,
  "confirmer_id" uuid,
  "appeal" text collate "C",
  "answer" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "violation_with_rule" on "violation" ("rule") where deleted_at is null;
create index "violation_of_who_id" on "violation" ("who_id", "created_at", id) where deleted_at is null;
create index "violation_of_site_id" on "violation" ("site_id", "created_at", id) include ("rule", "who_id", "on", "state") where deleted_at is null;
create index "violation_with_on" on "violation" ("on") where deleted_at is null;
create index "violation_of_dispute_id" on "violation" ("dispute_id", "created_at", id) where deleted_at is null and "dispute_id" is not null;
create index "violation_with_state" on "violation" ("state") where deleted_at is null and "state" is not null;
create index "violation_of_confirmer_id" on "violation" ("confirmer_id", "created_at", id) where deleted_at is null and "confirmer_id" is not null;
create index "violation_by_created_at" on "violation" ("created_at", id) include ("site_id", "rule", "who_id", "on", "state") where deleted_at is null;
create index "violation_custom" on "violation" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "violation_recycled" on "violation" (deleted_at, id) where deleted_at is not null;
create table "incident" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "what" text collate "C",
  "site_id" uuid,
  "customer_id" uuid,
  "about_id" uuid,
  "state" text collate "C",
  "answered_at" timestamptz(3),
  "seconds" integer,
  "answered_by_id" uuid,
  "moved_to" text collate "C",
  "handling" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "incident_of_site_id" on "incident" ("site_id", "created_at", id) include ("customer_id", "about_id", "state") where deleted_at is null;
create index "incident_of_customer_id" on "incident" ("customer_id", "created_at", id) where deleted_at is null and "customer_id" is not null;
create index "incident_of_about_id" on "incident" ("about_id", "created_at", id) where deleted_at is null and "about_id" is not null;
create index "incident_with_state" on "incident" ("state") where deleted_at is null and "state" is not null;
create index "incident_of_answered_by_id" on "incident" ("answered_by_id", "created_at", id) where deleted_at is null and "answered_by_id" is not null;
create index "incident_by_created_at" on "incident" ("created_at", id) include ("site_id", "customer_id", "about_id", "state") where deleted_at is null;
create index "incident_custom" on "incident" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "incident_recycled" on "incident" (deleted_at, id) where deleted_at is not null;
create table "open_question" (
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
  "question" text collate "C",
  "expert_id" uuid,
  "call_back" text collate "C",
  "promised_at" timestamptz(3) not null,
  "site_id" uuid,
  "state" text collate "C",
  "answer" text collate "C",
  "answered_at" timestamptz(3),
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "open_question_of_expert_id" on "open_question" ("expert_id", "created_at", id) where deleted_at is null;
create index "open_question_by_promised_at" on "open_question" ("promised_at", id) include ("root_owner_id", "root_department_id", "expert_id", "site_id", "state", "created_at", "customer_id") where deleted_at is null;
create index "open_question_of_site_id" on "open_question" ("site_id", "created_at", id) where deleted_at is null and "site_id" is not null;
create index "open_question_with_state" on "open_question" ("state") where deleted_at is null and "state" is not null;
create index "open_question_by_created_at" on "open_question" ("created_at", id) include ("root_owner_id", "root_department_id", "expert_id", "promised_at", "site_id", "state") where deleted_at is null;
create index "open_question_of_root" on "open_question" ("customer_id", "created_at", id) include ("root_owner_id", "root_department_id", "expert_id", "promised_at", "site_id", "state") where deleted_at is null;
create index "open_question_of_root_owner_id" on "open_question" (root_owner_id, "created_at", id) include ("root_department_id", "expert_id", "promised_at", "site_id", "state") where deleted_at is null;
create index "open_question_of_root_department_id" on "open_question" (root_department_id, "created_at", id) include ("root_owner_id", "expert_id", "promised_at", "site_id", "state") where deleted_at is null;
create index "open_question_search" on "open_question" using gin (search) where deleted_at is null;
create index "open_question_custom" on "open_question" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "open_question_recycled" on "open_question" (deleted_at, id) where deleted_at is not null;
