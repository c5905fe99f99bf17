create unlogged table "presence" (
  "record_id" uuid not null,
  "user_id" uuid not null,
  "page" uuid not null,
  "record" text collate "C" not null,
  "doing" text collate "C" not null,
  "until" timestamptz not null,
  "changed_at" timestamptz not null,
  primary key ("record_id", "user_id", "page")
);
