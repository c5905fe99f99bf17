create table "slow_statement" (
  "day" date not null,
  "digest" text collate "C" not null,
  "purpose" text collate "C" not null,
  "text" text not null,
  "times" integer not null,
  "failed" integer not null,
  "total_ms" bigint not null,
  "longest_ms" integer not null,
  "last_at" timestamptz(3) not null,
  primary key ("day", "digest")
);
create table "self_check" (
  "name" text collate "C" not null,
  "host" text collate "C" not null,
  "state" text collate "C" not null,
  "since" timestamptz(3) not null,
  "at" timestamptz(3) not null,
  primary key ("name", "host")
);
