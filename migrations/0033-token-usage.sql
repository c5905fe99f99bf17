create unlogged table "token_usage" (
  "token_id" uuid not null,
  "minute" bigint not null,
  "taken" integer not null,
  primary key ("token_id")
);
