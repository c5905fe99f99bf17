create index "activity_per_root" on "activity" ("customer_id") where deleted_at is null;
