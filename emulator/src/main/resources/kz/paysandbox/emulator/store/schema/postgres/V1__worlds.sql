create table world (
  id bigint primary key,
  format integer not null,
  sealed bytea not null
);

create table batch (
  ordinal bigint primary key,
  world bigint not null,
  format integer not null,
  sealed bytea not null
);

create index batch_world on batch (world, ordinal);

-- What the homes of all nodes have in common.
create table home_file (
  name text primary key,
  readable boolean not null,
  sealed bytea not null
);

-- Each running process that shares these worlds.
create table node (
  id text primary key,
  sealed bytea not null,
  alive_until timestamptz not null
);

-- The one row says which node owns the worlds. A term is never used twice.
create table ownership (
  only_row boolean primary key default true check (only_row),
  node text not null,
  term bigint not null,
  ready boolean not null,
  held_until timestamptz not null
);

insert into ownership (node, term, ready, held_until) values ('', 0, false, 'epoch');
