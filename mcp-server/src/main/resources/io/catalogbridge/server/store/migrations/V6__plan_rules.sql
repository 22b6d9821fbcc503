-- The version of the mapping rules that a plan was made from; null for plans made before it was recorded.
alter table plan add column rules_version integer;
