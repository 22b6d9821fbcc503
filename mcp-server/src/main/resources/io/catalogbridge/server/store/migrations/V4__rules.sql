-- Versions of the mapping rules: who changed what, when and why. Append-only; the youngest is in force.
create table rules_version (
    environment text    not null,
    version     integer not null,
    at          text    not null,
    actor       text    not null,
    reason      text    not null,
    content     text    not null,
    differences text    not null,
    primary key (environment, version)
) without rowid;

create trigger rules_version_is_not_changed before update on rules_version
begin
    select raise(abort, 'versions of the mapping rules are never changed');
end;

create trigger rules_version_is_not_deleted before delete on rules_version
begin
    select raise(abort, 'versions of the mapping rules are never deleted');
end;

-- To tell when an object was last written, and to look through what happened to it.
create index outcome_subject on outcome (subject);
create index audit_environment on audit (environment, number);
