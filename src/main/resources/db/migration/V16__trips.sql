-- The field: trips, who works on them, whom they take along, and what is known of them, when.

-- Part of PostgreSQL; whoever owns the database may add it. For crew_one_place_at_a_time.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE trips (
  tenant_id     int         NOT NULL,
  code          text        NOT NULL, -- TRP123
  departure     text        NOT NULL, -- code, in the travel core
  starts_at     timestamptz NOT NULL, -- pick-up
  ends_at       timestamptz NOT NULL,
  zone          text        NOT NULL, -- where it is
  meeting       text        NOT NULL DEFAULT '', -- where it starts
  vehicle       text        NOT NULL DEFAULT '', -- plate
  guests        int         NOT NULL DEFAULT 0 CHECK (guests >= 0), -- how many are expected
  state         text        NOT NULL DEFAULT 'planned' CHECK (state IN
                  ('planned', 'staffed', 'ready', 'in_progress', 'completed', 'cancelled',
                   'aborted')),
  started_at    timestamptz,
  ended_at      timestamptz,
  delay_minutes int         NOT NULL DEFAULT 0,
  version       int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, code),
  CHECK (ends_at > starts_at)
);
CREATE INDEX trips_time ON trips (tenant_id, starts_at);

CREATE TABLE crew (
  tenant_id      int         NOT NULL,
  id             uuid        NOT NULL,
  code           text        NOT NULL, -- AS-12
  trip           text        NOT NULL,
  person_id      uuid        NOT NULL,
  role           text        NOT NULL, -- lead, assistant, driver
  state          text        NOT NULL CHECK (state IN
                   ('proposed', 'offered', 'accepted', 'declined', 'lapsed', 'checked_in',
                    'checked_out', 'removed')),
  starts_at      timestamptz NOT NULL, -- of the duty, which is not always that of the trip
  ends_at        timestamptz NOT NULL,
  respond_by     timestamptz,          -- while offered
  pay_minor      bigint      CHECK (pay_minor >= 0),
  currency       char(3),
  checked_in_at  timestamptz,          -- when it happened
  checked_out_at timestamptz,
  created_at     timestamptz NOT NULL,
  version        int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips,
  CHECK (ends_at > starts_at),
  -- Nobody is in two places at once.
  CONSTRAINT crew_one_place_at_a_time EXCLUDE USING gist
    (tenant_id WITH =, person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('accepted', 'checked_in'))
);
CREATE INDEX crew_trip ON crew (tenant_id, trip);
CREATE INDEX crew_person ON crew (tenant_id, person_id, ends_at);

-- A party for each booking that travels.
CREATE TABLE trip_guests (
  tenant_id int   NOT NULL,
  trip      text  NOT NULL,
  booking   text  NOT NULL, -- code
  person_id uuid  NOT NULL, -- who booked, and is written to
  name      bytea NOT NULL, -- family name, sealed
  place     bytea NOT NULL, -- where they are picked up, sealed
  party     int   NOT NULL CHECK (party > 0),
  here      int   NOT NULL DEFAULT 0,
  state     text  NOT NULL DEFAULT 'expected' CHECK (state IN ('expected', 'here', 'no_show')),
  version   int   NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, trip, booking),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips,
  CHECK (here BETWEEN 0 AND party)
);

-- What happened, when it did, and when we knew. Nothing is changed: what turns out otherwise is
-- withdrawn, and a new row says what is so.
CREATE TABLE trip_facts (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  place        bigint      GENERATED ALWAYS AS IDENTITY,
  trip         text        NOT NULL,
  kind         text        NOT NULL, -- check_in, arrived, headcount, started, alarm and so on
  person_id    uuid,                 -- who says so; null for the clock
  number       int,                  -- such as how many are here
  note         bytea,                -- their words, sealed
  happened_at  timestamptz NOT NULL,
  known_at     timestamptz NOT NULL,
  trust        text        NOT NULL CHECK (trust IN
                 ('seen',      -- the provider's clock, or ours
                  'claimed',   -- somebody says it was then
                  'low')),     -- and it does not fit
  message_id   uuid,
  withdrawn_at timestamptz,
  withdrawn    text,                 -- why, in a word
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips,
  CHECK ((withdrawn_at IS NULL) = (withdrawn IS NULL))
);
CREATE INDEX trip_facts_trip ON trip_facts (tenant_id, trip, happened_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['trips', 'crew', 'trip_guests', 'trip_facts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
