-- What colleagues ask of seats and departures: what was shown to them before, that it is done once,
-- and by what it is undone.

CREATE TABLE staff_requests (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  code        text        NOT NULL, -- OP-7
  whole_id    uuid        NOT NULL, -- the turn that asked: several requests may have one
  place       int         NOT NULL, -- which of them it is
  person_id   uuid        NOT NULL, -- who asked; nobody else can say yes to it
  action      text        NOT NULL, -- staff_hold, release_hold, close_departure, reopen_departure
  departure   text,                 -- code
  seen        int,                  -- the version of the departure that was shown
  customer_id uuid,                 -- for whom seats are held
  party       int,
  choices     text[]      NOT NULL, -- codes of what was offered, or of what it was done to
  state       text        NOT NULL CHECK (state IN ('queued', 'open', 'done', 'dropped', 'undone')),
  until       timestamptz NOT NULL, -- when the question is over; once done, when undoing is
  was         text,                 -- the state of the departure before
  told        text[]      NOT NULL, -- places on the waiting list whose people were told
  withdrawn   text[]      NOT NULL, -- places whose offer was taken back
  offer_until timestamptz,          -- how long that offer would have run
  done_at     timestamptz,
  version     int         NOT NULL, -- goes up with every change of what was shown
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX staff_requests_person ON staff_requests (tenant_id, person_id, until);
CREATE INDEX staff_requests_whole ON staff_requests (tenant_id, whole_id);

ALTER TABLE staff_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON staff_requests USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
