-- What guests say of a trip when it is over. An earlier score stands in the timeline.

CREATE TABLE feedback (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  code        text        NOT NULL, -- FB-3
  trip        text        NOT NULL,
  booking     text        NOT NULL, -- code
  person_id   uuid        NOT NULL, -- who booked, and is asked
  state       text        NOT NULL DEFAULT 'waiting' CHECK (state IN
                ('waiting', 'requested', 'received', 'escalated', 'skipped')),
  score       int         CHECK (score BETWEEN 1 AND 5),
  words       bytea,                -- theirs, sealed
  due_at      timestamptz NOT NULL, -- when they are asked
  asked_at    timestamptz,
  answered_at timestamptz,
  created_at  timestamptz NOT NULL,
  version     int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, trip, booking), -- each party once
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);
CREATE INDEX feedback_person ON feedback (tenant_id, person_id);

ALTER TABLE feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON feedback USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
