create table world (
  id integer primary key,
  name text not null,
  format integer not null,
  sealed blob not null
);

create table value (
  ordinal integer primary key,
  world integer not null,
  kind text not null,
  name text not null,
  format integer not null,
  sealed blob not null,
  unique (world, kind, name)
);
