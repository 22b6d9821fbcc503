-- What the last discovery of an environment found, as a whole.
create table snapshot (
    environment text primary key,
    taken_at    text    not null,
    tenant      text    not null,
    whole       integer not null,
    complete    integer not null,
    spaces      integer not null,
    assets      integer not null,
    gaps        text    not null
);

-- Assets, spaces, tables and databases as people and assistants look them up.
create table entry (
    number      integer primary key,
    environment text not null,
    id          text not null,
    system      text not null,
    kind        text not null,
    name        text not null,
    label       text,
    container   text not null,
    description text,
    counterpart text,
    detail      text not null,
    hash        text not null,
    unique (environment, id)
);

create index entry_counterpart on entry (environment, counterpart);

create virtual table entry_text using fts5 (
    name, words, label, description, columns,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
);

create table edge (
    environment text not null,
    source      text not null,
    target      text not null,
    kind        text not null,
    via         text,
    resolved    integer not null
);

create index edge_source on edge (environment, source);
create index edge_target on edge (environment, target);

create table finding (
    environment text not null,
    severity    text not null,
    code        text not null,
    subject     text not null,
    message     text not null,
    remedy      text not null
);

create index finding_environment on finding (environment);

-- What we last wrote, object by object: one side of the three-way comparison.
create table last_applied (
    environment text not null,
    subject     text not null,
    content     blob not null,
    primary key (environment, subject)
) without rowid;

create table plan (
    id           text primary key,
    environment  text not null,
    digest       text not null,
    created_at   text not null,
    source_calls text not null,
    summary      text not null,
    content      blob not null
);

create index plan_environment on plan (environment, created_at);

create table run (
    id          text primary key,
    environment text not null,
    plan_id     text not null,
    actor       text not null,
    started_at  text not null,
    ended_at    text,
    outcome     text not null,
    applied     integer not null default 0,
    conflicts   integer not null default 0,
    rejected    integer not null default 0,
    unknown     integer not null default 0,
    calls       text not null default '{}'
);

create index run_environment on run (environment, started_at);

-- What became of each change of a run.
create table outcome (
    run_id  text    not null,
    number  integer not null,
    at      text    not null,
    change  text    not null,
    subject text    not null,
    outcome text    not null,
    message text    not null,
    primary key (run_id, number)
) without rowid;

-- Answers of the tenant, kept so that an unchanged object is not read again.
create table definition (
    environment text not null,
    id          text not null,
    mark        text not null,
    content     blob not null,
    primary key (environment, id)
) without rowid;

-- Append-only: who did what, from which plan, with which outcome.
create table audit (
    number      integer primary key autoincrement,
    at          text not null,
    actor       text not null,
    action      text not null,
    environment text not null,
    subject     text not null,
    plan_digest text,
    outcome     text not null,
    detail      text not null
);

create trigger audit_is_not_changed before update on audit
begin
    select raise(abort, 'audit records are never changed');
end;

create trigger audit_is_not_deleted before delete on audit
begin
    select raise(abort, 'audit records are never deleted');
end;
