-- Trips that nobody hears from, and what their crews ask for: nights that were not planned.

CREATE TABLE contact_watches (
  tenant_id int         NOT NULL,
  id        uuid        NOT NULL,
  code      text        NOT NULL, -- W-5
  trip      text        NOT NULL,
  state     text        NOT NULL CHECK (state IN ('open', 'runner_sent', 'runner_out', 'closed')),
  heard_at  timestamptz NOT NULL, -- when the crew was heard last, by the provider's clock
  opened_at timestamptz NOT NULL,
  runner_at timestamptz,
  runner_by uuid,                 -- who sent somebody
  closed_at timestamptz,
  version   int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);
-- A trip has one watch at a time, however many clocks ring.
CREATE UNIQUE INDEX contact_watches_open ON contact_watches (tenant_id, trip)
  WHERE state <> 'closed';

CREATE TABLE extra_nights (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  code       text        NOT NULL, -- XN-3
  trip       text        NOT NULL,
  person_id  uuid        NOT NULL, -- who asks
  state      text        NOT NULL CHECK (state IN
               ('considered', 'asked', 'approved', 'rejected', 'expired', 'dropped')),
  nights     int         NOT NULL CHECK (nights > 0),
  party      int         CHECK (party > 0), -- for how many; null for all
  place      bytea       NOT NULL, -- where, sealed; may be empty
  created_at timestamptz NOT NULL,
  version    int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);
CREATE INDEX extra_nights_person ON extra_nights (tenant_id, person_id, created_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contact_watches', 'extra_nights'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
