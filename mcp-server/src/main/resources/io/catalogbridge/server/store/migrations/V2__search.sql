-- The catalog so far; the program carries it over into the tables below, word by word, and drops it.
alter table entry rename to entry_v1;
drop index entry_counterpart;
drop table entry_text;

-- Environments and what holds entries, by the numbers that are part of an entry's number.
create table environment_number (
    number      integer primary key,
    environment text not null unique
);

create table container_number (
    environment integer not null,
    number      integer not null,
    container   text    not null,
    primary key (environment, number),
    unique (environment, container)
) without rowid;

-- Assets, spaces, tables and databases. The order of the numbers is the order of equally good matches.
create table entry (
    number      integer primary key,
    environment text    not null,
    id          text    not null,
    system      text    not null,
    kind        text    not null,
    name        text    not null,
    key         text    not null,
    label       text,
    container   text    not null,
    description text,
    counterpart text,
    hash        integer not null,
    unique (environment, id)
);

create index entry_counterpart on entry (environment, counterpart);
create index entry_key on entry (key);

-- Everything known about an entry, apart from what every search reads.
create table entry_detail (
    number  integer primary key,
    content blob not null
);

-- Words and filters of entries; the first letter of a term says where it comes from.
create virtual table entry_text using fts5 (
    terms,
    content = '', contentless_delete = 1, detail = none,
    tokenize = 'ascii', prefix = '3 4 5 6 7'
);

insert into entry_text (entry_text, rank) values ('hashsize', 16777216);

-- All words ever seen, to complete and to correct what is looked for.
create table word (
    word      text primary key,
    backwards text not null
) without rowid;

create index word_backwards on word (backwards);

-- What the last plan left to be done, object by object.
create table open_item (
    environment text not null,
    subject     text not null,
    state       text not null,
    primary key (environment, subject)
) without rowid;
