-- Incidents: what went wrong on a trip, who was told, what was planned, and what is still to do.

CREATE TABLE incidents (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  code        text        NOT NULL, -- INC-77
  trip        text,                 -- null: an SOS of somebody who is on none that we know
  category    text        NOT NULL, -- vehicle, accident, sos and so on
  severity    text        NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  state       text        NOT NULL CHECK (state IN
                ('reported', 'acknowledged', 'mitigating', 'resolved', 'closed', 'reopened')),
  reporter_id uuid        NOT NULL,
  owner_id    uuid,                 -- who has it; null while nobody has
  safe        boolean     NOT NULL DEFAULT false, -- was it said that everybody is well?
  rung        int         NOT NULL DEFAULT 1, -- how far up the ladder it was told
  alerted_at  timestamptz NOT NULL, -- when that was
  opened_at   timestamptz NOT NULL, -- when it happened, as far as the first report tells
  arrived_by  uuid,                 -- who said that help is there
  counted     int,                  -- how many guests were counted then
  resolved_at timestamptz,
  resolved_by uuid,
  closed_at   timestamptz,
  created_at  timestamptz NOT NULL,
  version     int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX incidents_current ON incidents (tenant_id, trip) WHERE state <> 'closed';
CREATE INDEX incidents_closed ON incidents (tenant_id, closed_at) WHERE state = 'closed';

-- What was said and shown about them. A photo without words waits for its incident.
CREATE TABLE incident_reports (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  incident_id uuid,
  trip        text,
  person_id   uuid        NOT NULL,
  kind        text        NOT NULL, -- text, image, audio, location and so on
  note        bytea,                -- their words, or the place, sealed
  message_id  uuid,
  happened_at timestamptz NOT NULL,
  known_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX incident_reports_of ON incident_reports (tenant_id, incident_id, happened_at);
CREATE INDEX incident_reports_waiting ON incident_reports (tenant_id, person_id)
  WHERE incident_id IS NULL;

-- What operations mean to do: nothing is told to guests before it is 'sent'.
CREATE TABLE incident_plans (
  tenant_id   int         NOT NULL,
  incident_id uuid        NOT NULL,
  number      int         NOT NULL,
  plate       text,
  driver      bytea,                -- a name, sealed
  arrives_at  timestamptz NOT NULL,
  by_id       uuid        NOT NULL,
  state       text        NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'sent', 'replaced')),
  PRIMARY KEY (tenant_id, incident_id, number)
);

-- What each party was told and promised.
CREATE TABLE incident_parties (
  tenant_id    int         NOT NULL,
  incident_id  uuid        NOT NULL,
  booking      text        NOT NULL,
  person_id    uuid        NOT NULL,
  told_at      timestamptz,
  over_at      timestamptz,         -- when they were told that it is over
  promised_by  timestamptz,         -- until when somebody will have written to them
  kept_at      timestamptz,
  car          text,                -- who would bring them, were help late
  PRIMARY KEY (tenant_id, incident_id, booking)
);

-- What is left to do when it is over.
CREATE TABLE incident_tasks (
  tenant_id   int         NOT NULL,
  incident_id uuid        NOT NULL,
  number      int         NOT NULL,
  task        text        NOT NULL,
  done_at     timestamptz,
  PRIMARY KEY (tenant_id, incident_id, number)
);

-- Which flights guests have to catch after a trip.
CREATE TABLE trip_flights (
  tenant_id int         NOT NULL,
  trip      text        NOT NULL,
  booking   text        NOT NULL,
  leaves_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, trip, booking)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['incidents', 'incident_reports', 'incident_plans',
    'incident_parties', 'incident_tasks', 'trip_flights'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
