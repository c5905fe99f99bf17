create table "comment" (
  "id" uuid not null,
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "author_id" uuid not null,
  "body" text not null,
  "created_at" timestamptz(3) not null,
  "edited_at" timestamptz(3),
  "deleted_at" timestamptz(3),
  "deleted_by_id" uuid,
  primary key ("id")
);
create index "comment_of_record" on "comment" (record_id, id) where deleted_at is null;
create table "follower" (
  "record" text collate "C" not null,
  "record_id" uuid not null,
  "user_id" uuid not null,
  "at" timestamptz(3) not null,
  "is_following" boolean not null,
  primary key ("record_id", "user_id")
);
create table "notice" (
  "id" uuid not null,
  "user_id" uuid not null,
  "at" timestamptz(3) not null,
  "kind" text collate "C" not null,
  "actor_id" uuid,
  "record" text collate "C",
  "record_id" uuid,
  "cause_id" uuid,
  "key" text collate "C",
  "bundle" text collate "C",
  "args" jsonb not null default '{}',
  "settled_at" timestamptz(3),
  "in_product" boolean not null default false,
  "read_at" timestamptz(3),
  "mail" text collate "C",
  "mail_at" timestamptz(3),
  "mailed_at" timestamptz(3),
  primary key ("id")
);
create index "notice_of_user" on "notice" (user_id, at, id) where in_product;
create index "notice_unread" on "notice" (user_id, at, id) where in_product and read_at is null;
create index "notice_unsettled" on "notice" (id) where settled_at is null;
create unique index "notice_key" on "notice" (user_id, key) where key is not null;
create index "notice_bundle" on "notice" (user_id, bundle) where bundle is not null and read_at is null;
create index "notice_to_mail" on "notice" (user_id, mail_at) where mail_at is not null and mailed_at is null;
create table "preference" (
  "user_id" uuid not null,
  "key" text collate "C" not null,
  "value" jsonb not null,
  "at" timestamptz(3) not null,
  primary key ("user_id", "key")
);
-- People are told of what happens from here on, not of all that ever happened.
insert into event_reader (name, position, at) select 'notices', coalesce(max(position), 0), now() from seal on conflict (name) do nothing;
