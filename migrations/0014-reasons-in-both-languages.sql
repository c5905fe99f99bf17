-- By hand: the type of a column changes, and what stands in it stays. What was found before is told in Chinese until it is found again.
alter table "duplicate" alter column "reasons" type jsonb using jsonb_build_object('zh', "reasons", 'en', '');
