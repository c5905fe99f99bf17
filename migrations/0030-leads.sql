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
create table "web_form_token" (
  "nonce" text not null,
  "at" timestamptz(3) not null,
  primary key ("nonce")
);
create index "web_form_token_at" on "web_form_token" (at);
create table "web_form_day" (
  "form_id" uuid not null,
  "day" date not null,
  "refused" integer not null,
  primary key ("form_id", "day")
);
create table "lead_model_weights" (
  "model_id" uuid not null,
  "weights" jsonb not null,
  primary key ("model_id")
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
create table "lead" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "company" text collate "C",
  "position" text collate "C",
  "mobile" text collate "C",
  "email" text collate "C",
  "wechat" text collate "C",
  "region" text collate "C",
  "language" text collate "C",
  "source" text collate "C",
  "source_detail" text collate "C",
  "form_id" uuid,
  "referred_by_id" uuid,
  "interest" text[] not null default '{}',
  "state" text collate "C",
  "score" integer,
  "score_sort" integer not null default '-2147483648',
  "score_reasons" jsonb not null default '[]',
  "chance" integer,
  "chance_sort" integer not null default '-2147483648',
  "chance_reasons" jsonb not null default '[]',
  "needs" text collate "C",
  "pains" text collate "C",
  "expectations" text collate "C",
  "budget" numeric,
  "planned_for" text collate "C",
  "owner_id" uuid,
  "department_id" uuid,
  "allocated_at" timestamptz(3),
  "first_contact_at" timestamptz(3),
  "next_on" date,
  "next_on_sort" date not null default '-infinity',
  "customer_id" uuid,
  "contact_id" uuid,
  "close_reason" text collate "C",
  "close_note" text collate "C",
  "revisit_on" date,
  "revisit_on_sort" date not null default '-infinity',
  "never_revisit" boolean not null default false,
  "settled_at" timestamptz(3),
  "note" text collate "C",
  "open_key" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "lead_by_name" on "lead" ("name_sort", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at", "created_at") where deleted_at is null;
create index "lead_with_region" on "lead" ("region") where deleted_at is null and "region" is not null;
create index "lead_with_language" on "lead" ("language") where deleted_at is null and "language" is not null;
create index "lead_with_source" on "lead" ("source") where deleted_at is null;
create index "lead_with_source_detail" on "lead" ("source_detail") where deleted_at is null and "source_detail" is not null;
create index "lead_of_form_id" on "lead" ("form_id", "created_at", id) where deleted_at is null and "form_id" is not null;
create index "lead_of_referred_by_id" on "lead" ("referred_by_id", "created_at", id) where deleted_at is null and "referred_by_id" is not null;
create index "lead_has_interest" on "lead" using gin ("interest") where deleted_at is null;
create index "lead_with_state" on "lead" ("state") where deleted_at is null and "state" is not null;
create index "lead_by_score" on "lead" ("score_sort", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at", "created_at") where deleted_at is null;
create index "lead_by_chance" on "lead" ("chance_sort", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at", "created_at") where deleted_at is null;
create index "lead_with_budget" on "lead" ("budget") where deleted_at is null and "budget" is not null;
create index "lead_with_planned_for" on "lead" ("planned_for") where deleted_at is null and "planned_for" is not null;
create index "lead_of_owner_id" on "lead" ("owner_id", "created_at", id) include ("department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at") where deleted_at is null;
create index "lead_of_department_id" on "lead" ("department_id", "created_at", id) include ("owner_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at") where deleted_at is null;
create index "lead_with_allocated_at" on "lead" ("allocated_at") where deleted_at is null and "allocated_at" is not null;
create index "lead_with_first_contact_at" on "lead" ("first_contact_at") where deleted_at is null and "first_contact_at" is not null;
create index "lead_by_next_on" on "lead" ("next_on_sort", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "customer_id", "close_reason", "revisit_on_sort", "settled_at", "created_at") where deleted_at is null;
create index "lead_of_customer_id" on "lead" ("customer_id", "created_at", id) where deleted_at is null and "customer_id" is not null;
create index "lead_of_contact_id" on "lead" ("contact_id", "created_at", id) where deleted_at is null and "contact_id" is not null;
create index "lead_with_close_reason" on "lead" ("close_reason") where deleted_at is null and "close_reason" is not null;
create index "lead_by_revisit_on" on "lead" ("revisit_on_sort", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "settled_at", "created_at") where deleted_at is null;
create index "lead_with_settled_at" on "lead" ("settled_at") where deleted_at is null and "settled_at" is not null;
create index "lead_by_created_at" on "lead" ("created_at", id) include ("owner_id", "department_id", "region", "language", "source", "form_id", "referred_by_id", "state", "score_sort", "chance_sort", "planned_for", "allocated_at", "first_contact_at", "next_on_sort", "customer_id", "close_reason", "revisit_on_sort", "settled_at") where deleted_at is null;
create index "lead_search" on "lead" using gin (search) where deleted_at is null;
create index "lead_custom" on "lead" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "lead_recycled" on "lead" (deleted_at, id) where deleted_at is not null;
create table "lead_contact" (
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
  "lead_id" uuid,
  "kind" text collate "C",
  "at" timestamptz(3) not null,
  "by_id" uuid,
  "outcome" text collate "C",
  "body" text collate "C",
  "next_step" text collate "C",
  "next_on" date,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "lead_contact_with_kind" on "lead_contact" ("kind") where deleted_at is null;
create index "lead_contact_by_at" on "lead_contact" ("at", id) include ("root_owner_id", "root_department_id", "kind", "by_id", "created_at", "lead_id") where deleted_at is null;
create index "lead_contact_of_by_id" on "lead_contact" ("by_id", "at", id) where deleted_at is null and "by_id" is not null;
create index "lead_contact_by_created_at" on "lead_contact" ("created_at", id) include ("root_owner_id", "root_department_id", "kind", "at", "by_id") where deleted_at is null;
create index "lead_contact_of_root" on "lead_contact" ("lead_id", "at", id) include ("root_owner_id", "root_department_id", "kind", "by_id", "created_at") where deleted_at is null;
create index "lead_contact_of_root_owner_id" on "lead_contact" (root_owner_id, "at", id) include ("root_department_id", "kind", "by_id", "created_at") where deleted_at is null;
create index "lead_contact_of_root_department_id" on "lead_contact" (root_department_id, "at", id) include ("root_owner_id", "kind", "by_id", "created_at") where deleted_at is null;
create index "lead_contact_custom" on "lead_contact" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "lead_contact_recycled" on "lead_contact" (deleted_at, id) where deleted_at is not null;
create table "enquiry" (
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
  "lead_id" uuid,
  "at" timestamptz(3) not null,
  "source" text collate "C",
  "form_id" uuid,
  "message" text collate "C",
  "consent" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "enquiry_by_at" on "enquiry" ("at", id) include ("root_owner_id", "root_department_id", "source", "form_id", "created_at", "lead_id") where deleted_at is null;
create index "enquiry_with_source" on "enquiry" ("source") where deleted_at is null and "source" is not null;
create index "enquiry_of_form_id" on "enquiry" ("form_id", "at", id) where deleted_at is null and "form_id" is not null;
create index "enquiry_by_created_at" on "enquiry" ("created_at", id) include ("root_owner_id", "root_department_id", "at", "source", "form_id") where deleted_at is null;
create index "enquiry_of_root" on "enquiry" ("lead_id", "at", id) include ("root_owner_id", "root_department_id", "source", "form_id", "created_at") where deleted_at is null;
create index "enquiry_of_root_owner_id" on "enquiry" (root_owner_id, "at", id) include ("root_department_id", "source", "form_id", "created_at") where deleted_at is null;
create index "enquiry_of_root_department_id" on "enquiry" (root_department_id, "at", id) include ("root_owner_id", "source", "form_id", "created_at") where deleted_at is null;
create index "enquiry_custom" on "enquiry" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "enquiry_recycled" on "enquiry" (deleted_at, id) where deleted_at is not null;
create table "web_form" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "title" jsonb,
  "intro" jsonb,
  "fields" text[] not null default '{}',
  "needed" text[] not null default '{}',
  "interests" text[] not null default '{}',
  "consent" jsonb,
  "thanks" jsonb,
  "source" text collate "C",
  "campaign" text collate "C",
  "hosts" jsonb not null default '[]',
  "allows_plain" boolean not null default false,
  "owner_id" uuid,
  "secret" text collate "C",
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "web_form_by_name" on "web_form" ("name_sort", id) include ("source", "owner_id", "state", "created_at") where deleted_at is null;
create index "web_form_with_source" on "web_form" ("source") where deleted_at is null;
create index "web_form_with_campaign" on "web_form" ("campaign") where deleted_at is null and "campaign" is not null;
create index "web_form_of_owner_id" on "web_form" ("owner_id", "created_at", id) where deleted_at is null and "owner_id" is not null;
create index "web_form_with_state" on "web_form" ("state") where deleted_at is null and "state" is not null;
create index "web_form_by_created_at" on "web_form" ("created_at", id) include ("source", "owner_id", "state") where deleted_at is null;
create index "web_form_custom" on "web_form" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "web_form_recycled" on "web_form" (deleted_at, id) where deleted_at is not null;
create table "playbook" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "kind" text collate "C",
  "message" jsonb,
  "materials" jsonb not null default '[]',
  "steps" jsonb not null default '[]',
  "note" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "playbook_with_kind" on "playbook" ("kind") where deleted_at is null;
create index "playbook_by_created_at" on "playbook" ("created_at", id) include ("kind") where deleted_at is null;
create index "playbook_custom" on "playbook" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "playbook_recycled" on "playbook" (deleted_at, id) where deleted_at is not null;
create table "onboarding" (
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
  "playbook_id" uuid,
  "by_id" uuid,
  "started_on" date,
  "started_on_sort" date not null default '-infinity',
  "finished" integer,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "onboarding_of_playbook_id" on "onboarding" ("playbook_id", "started_on_sort", id) where deleted_at is null;
create index "onboarding_of_by_id" on "onboarding" ("by_id", "started_on_sort", id) where deleted_at is null and "by_id" is not null;
create index "onboarding_by_started_on" on "onboarding" ("started_on_sort", id) include ("root_owner_id", "root_department_id", "by_id", "finished", "state", "created_at", "customer_id") where deleted_at is null;
create index "onboarding_with_finished" on "onboarding" ("finished") where deleted_at is null and "finished" is not null;
create index "onboarding_with_state" on "onboarding" ("state") where deleted_at is null and "state" is not null;
create index "onboarding_by_created_at" on "onboarding" ("created_at", id) include ("root_owner_id", "root_department_id", "by_id", "started_on_sort", "finished", "state") where deleted_at is null;
create index "onboarding_of_root" on "onboarding" ("customer_id", "started_on_sort", id) include ("root_owner_id", "root_department_id", "by_id", "finished", "state", "created_at") where deleted_at is null;
create index "onboarding_of_root_owner_id" on "onboarding" (root_owner_id, "started_on_sort", id) include ("root_department_id", "by_id", "finished", "state", "created_at") where deleted_at is null;
create index "onboarding_of_root_department_id" on "onboarding" (root_department_id, "started_on_sort", id) include ("root_owner_id", "by_id", "finished", "state", "created_at") where deleted_at is null;
create index "onboarding_custom" on "onboarding" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "onboarding_recycled" on "onboarding" (deleted_at, id) where deleted_at is not null;
create table "registration" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "number" text collate "C",
  "client" text collate "C",
  "phone" text collate "C",
  "by" text collate "C",
  "partner" text collate "C",
  "referred_by_id" uuid,
  "interest" text collate "C",
  "days" integer,
  "at" timestamptz(3),
  "at_sort" timestamptz(3) not null default '-infinity',
  "protected_until" date,
  "protected_until_sort" date not null default '-infinity',
  "conflict" text collate "C",
  "lead_id" uuid,
  "ruling" text collate "C",
  "owner_id" uuid,
  "department_id" uuid,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create unique index "registration_number_number" on "registration" ("number") where "number" is not null;
create index "registration_with_phone" on "registration" ("phone") where deleted_at is null;
create index "registration_with_by" on "registration" ("by") where deleted_at is null;
create index "registration_with_partner" on "registration" ("partner") where deleted_at is null;
create index "registration_of_referred_by_id" on "registration" ("referred_by_id", "created_at", id) where deleted_at is null;
create index "registration_by_at" on "registration" ("at_sort", id) include ("owner_id", "department_id", "phone", "by", "protected_until_sort", "conflict", "state", "created_at") where deleted_at is null;
create index "registration_by_protected_until" on "registration" ("protected_until_sort", id) include ("owner_id", "department_id", "phone", "by", "at_sort", "conflict", "state", "created_at") where deleted_at is null;
create index "registration_with_conflict" on "registration" ("conflict") where deleted_at is null and "conflict" is not null;
create index "registration_of_lead_id" on "registration" ("lead_id", "created_at", id) where deleted_at is null and "lead_id" is not null;
create index "registration_of_owner_id" on "registration" ("owner_id", "created_at", id) include ("department_id", "phone", "by", "at_sort", "protected_until_sort", "conflict", "state") where deleted_at is null;
create index "registration_of_department_id" on "registration" ("department_id", "created_at", id) include ("owner_id", "phone", "by", "at_sort", "protected_until_sort", "conflict", "state") where deleted_at is null;
create index "registration_with_state" on "registration" ("state") where deleted_at is null and "state" is not null;
create index "registration_by_created_at" on "registration" ("created_at", id) include ("owner_id", "department_id", "phone", "by", "at_sort", "protected_until_sort", "conflict", "state") where deleted_at is null;
create index "registration_search" on "registration" using gin (search) where deleted_at is null;
create index "registration_custom" on "registration" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "registration_recycled" on "registration" (deleted_at, id) where deleted_at is not null;
create table "prospect_list" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" text collate "C" not null,
  "name_sort" text collate "C" not null default '',
  "source" text collate "C",
  "industries" text[] not null default '{}',
  "regions" text[] not null default '{}',
  "least" integer,
  "keywords" text[] not null default '{}',
  "note" text collate "C",
  "owner_id" uuid,
  "department_id" uuid,
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "prospect_list_by_name" on "prospect_list" ("name_sort", id) include ("owner_id", "department_id", "source", "created_at") where deleted_at is null;
create index "prospect_list_with_source" on "prospect_list" ("source") where deleted_at is null;
create index "prospect_list_of_owner_id" on "prospect_list" ("owner_id", "created_at", id) include ("department_id", "source") where deleted_at is null;
create index "prospect_list_of_department_id" on "prospect_list" ("department_id", "created_at", id) include ("owner_id", "source") where deleted_at is null;
create index "prospect_list_by_created_at" on "prospect_list" ("created_at", id) include ("owner_id", "department_id", "source") where deleted_at is null;
create index "prospect_list_search" on "prospect_list" using gin (search) where deleted_at is null;
create index "prospect_list_custom" on "prospect_list" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "prospect_list_recycled" on "prospect_list" (deleted_at, id) where deleted_at is not null;
create table "prospect" (
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
  "list_id" uuid,
  "fit" integer,
  "fit_sort" integer not null default '-2147483648',
  "fit_reasons" jsonb not null default '[]',
  "industry" text collate "C",
  "region" text collate "C",
  "employees" integer,
  "person" text collate "C",
  "phone" text collate "C",
  "website" text collate "C",
  "note" text collate "C",
  "diligence" text collate "C",
  "checked_on" date,
  "lead_id" uuid,
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  "search" tsvector,
  primary key ("id")
);
create index "prospect_by_name" on "prospect" ("name_sort", id) include ("root_owner_id", "root_department_id", "fit_sort", "industry", "region", "checked_on", "state", "created_at") where deleted_at is null;
create index "prospect_by_fit" on "prospect" ("fit_sort", id) include ("root_owner_id", "root_department_id", "industry", "region", "checked_on", "state", "created_at") where deleted_at is null;
create index "prospect_with_industry" on "prospect" ("industry") where deleted_at is null and "industry" is not null;
create index "prospect_with_region" on "prospect" ("region") where deleted_at is null and "region" is not null;
create index "prospect_with_checked_on" on "prospect" ("checked_on") where deleted_at is null and "checked_on" is not null;
create index "prospect_of_lead_id" on "prospect" ("lead_id", "created_at", id) where deleted_at is null and "lead_id" is not null;
create index "prospect_with_state" on "prospect" ("state") where deleted_at is null and "state" is not null;
create index "prospect_by_created_at" on "prospect" ("created_at", id) include ("root_owner_id", "root_department_id", "fit_sort", "industry", "region", "checked_on", "state") where deleted_at is null;
create index "prospect_of_root" on "prospect" ("list_id", "created_at", id) include ("root_owner_id", "root_department_id", "fit_sort", "industry", "region", "checked_on", "state") where deleted_at is null;
create index "prospect_of_root_owner_id" on "prospect" (root_owner_id, "created_at", id) include ("root_department_id", "fit_sort", "industry", "region", "checked_on", "state") where deleted_at is null;
create index "prospect_of_root_department_id" on "prospect" (root_department_id, "created_at", id) include ("root_owner_id", "fit_sort", "industry", "region", "checked_on", "state") where deleted_at is null;
create index "prospect_search" on "prospect" using gin (search) where deleted_at is null;
create index "prospect_custom" on "prospect" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "prospect_recycled" on "prospect" (deleted_at, id) where deleted_at is not null;
create table "score_rule" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "name" jsonb,
  "filter" jsonb,
  "points" integer not null,
  "is_off" boolean not null default false,
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create index "score_rule_by_points" on "score_rule" ("points", id) include ("is_off", "created_at") where deleted_at is null;
create index "score_rule_with_is_off" on "score_rule" ("is_off") where deleted_at is null;
create index "score_rule_by_created_at" on "score_rule" ("created_at", id) include ("is_off") where deleted_at is null;
create index "score_rule_custom" on "score_rule" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "score_rule_recycled" on "score_rule" (deleted_at, id) where deleted_at is not null;
create table "lead_model" (
  "id" uuid not null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "deleted_at" timestamptz(3),
  "version" integer not null default 1,
  "created_by_id" uuid,
  "updated_by_id" uuid,
  "number" text collate "C",
  "trained_at" timestamptz(3),
  "trained_at_sort" timestamptz(3) not null default '-infinity',
  "leads" integer,
  "won" integer,
  "auc" numeric,
  "lift" numeric,
  "accuracy" numeric,
  "brier" numeric,
  "calibration" jsonb not null default '[]',
  "heaviest" jsonb not null default '[]',
  "state" text collate "C",
  "custom" jsonb not null default '{}',
  primary key ("id")
);
create unique index "lead_model_number_number" on "lead_model" ("number") where "number" is not null;
create index "lead_model_by_trained_at" on "lead_model" ("trained_at_sort", id) include ("state", "created_at") where deleted_at is null;
create index "lead_model_with_state" on "lead_model" ("state") where deleted_at is null and "state" is not null;
create index "lead_model_by_created_at" on "lead_model" ("created_at", id) include ("state") where deleted_at is null;
create index "lead_model_custom" on "lead_model" using gin (custom jsonb_path_ops) where deleted_at is null and custom <> '{}';
create index "lead_model_recycled" on "lead_model" (deleted_at, id) where deleted_at is not null;
