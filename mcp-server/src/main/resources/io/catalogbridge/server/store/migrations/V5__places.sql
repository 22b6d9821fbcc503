-- Places of entries are counted over a whole environment, not over one container of one kind: the lowest digits of their numbers
-- are then spread evenly, which looking up deleted ones in the full-text index depends on.
alter table environment_number add column next_place integer not null default 0;

update environment_number set next_place = (
    select coalesce(max(number & 1073741823) + 1, 0) from entry
    where entry.number >> 55 = environment_number.number
);
