create table world (
  id integer primary key,
  format integer not null,
  sealed blob not null
);

create table batch (
  ordinal integer primary key,
  world integer not null,
  format integer not null,
  sealed blob not null
);

create index batch_world on batch (world);
