-- The end of a day in the field: longer days, bills, and what is told at the check-out.

-- What guests have planned for afterwards, so that a later end is seen before it is agreed to.
CREATE TABLE trip_plans (
  tenant_id int         NOT NULL,
  trip      text        NOT NULL,
  booking   text        NOT NULL,
  what      text        NOT NULL, -- dinner
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, trip, booking, starts_at),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);

CREATE TABLE overtime (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  code       text        NOT NULL, -- OT-4
  trip       text        NOT NULL,
  crew_id    uuid        NOT NULL,
  person_id  uuid        NOT NULL, -- who asks
  state      text        NOT NULL CHECK (state IN
               ('considered', 'asked', 'approved', 'rejected', 'expired', 'dropped')),
  minutes    int         CHECK (minutes > 0), -- beyond what was agreed before
  granted    int         CHECK (granted > 0), -- of them
  why        bytea       NOT NULL, -- in their words, sealed
  created_at timestamptz NOT NULL,
  version    int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips,
  FOREIGN KEY (tenant_id, crew_id) REFERENCES crew
);
CREATE INDEX overtime_crew ON overtime (tenant_id, crew_id, created_at);

-- Each party is told once that it gets later.
CREATE TABLE overtime_parties (
  tenant_id   int         NOT NULL,
  overtime_id uuid        NOT NULL,
  booking     text        NOT NULL,
  told_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, overtime_id, booking),
  FOREIGN KEY (tenant_id, overtime_id) REFERENCES overtime
);

CREATE TABLE expenses (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- EX-9
  trip         text        NOT NULL,
  person_id    uuid        NOT NULL, -- who paid
  kind         text        NOT NULL, -- fuel, tea, other
  amount_minor bigint      CHECK (amount_minor > 0), -- as claimed last
  currency     char(3)     NOT NULL,
  state        text        NOT NULL CHECK (state IN
                 ('noted', 'accepted', 'pending', 'approved', 'rejected')),
  receipt      uuid,       -- the message that shows it
  created_at   timestamptz NOT NULL,
  version      int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);
CREATE INDEX expenses_person ON expenses (tenant_id, person_id, created_at);

-- One for each piece of work that somebody wants to end, from when they say so.
CREATE TABLE checkouts (
  tenant_id  int         NOT NULL,
  crew_id    uuid        NOT NULL,
  trip       text        NOT NULL,
  asked_at   timestamptz NOT NULL,
  dropped    int,        -- guests at their hotels
  km         int,        -- as the odometer says
  km_photo   uuid,       -- the message that shows it
  ended_at   timestamptz, -- when they were done, as far as we know
  trust      text        CHECK (trust IN ('seen', 'claimed')),
  overtime   int,        -- minutes that are paid
  left_open  text        NOT NULL DEFAULT '', -- what they did not tell: dropped, km, bills
  version    int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, crew_id),
  FOREIGN KEY (tenant_id, crew_id) REFERENCES crew,
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);
CREATE INDEX checkouts_trip ON checkouts (tenant_id, trip);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['trip_plans', 'overtime', 'overtime_parties', 'expenses',
    'checkouts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
