-- Which process carries out a run, how far it is, whether somebody asked it to stop, and how it ended.
alter table run add column owner text not null default '';
alter table run add column heartbeat_at text;
alter table run add column stage text not null default '';
alter table run add column done integer not null default 0;
alter table run add column total integer not null default -1;
alter table run add column cancelled_by text;
alter table run add column cancelled_at text;
alter table run add column different text not null default '[]';
alter table run add column failure text;

-- Runs used to be left open when their process died.
update run set outcome = 'interrupted', ended_at = started_at where outcome = 'running';

-- One run at a time in an environment, whichever process it is in.
create unique index run_under_way on run (environment) where outcome = 'running';

-- What the last plan left for a person to decide.
create table conflict (
    environment  text not null,
    subject      text not null,
    field        text not null,
    id           text not null,
    container    text not null,
    last_applied text,
    current      text,
    desired      text,
    reason       text not null,
    plan_id      text not null,
    seen_at      text not null,
    primary key (environment, subject, field)
) without rowid;

create index conflict_id on conflict (environment, id);

-- What people decided, with the conflict as they saw it.
create table decision (
    environment  text not null,
    subject      text not null,
    field        text not null,
    id           text not null,
    container    text not null,
    last_applied text,
    current      text,
    desired      text,
    reason       text not null,
    plan_id      text not null,
    seen_at      text not null,
    resolution   text not null,
    note         text not null,
    decided_by   text not null,
    decided_at   text not null,
    primary key (environment, subject, field)
) without rowid;

create index decision_id on decision (environment, id);
