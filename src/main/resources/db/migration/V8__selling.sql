-- Selling: what was offered, what is booked, who travels, and the money of a booking.

-- What must never change is refused here, whatever the code does.
CREATE FUNCTION core.unchangeable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'core.% does not change: a new row says what is new', TG_TABLE_NAME;
END $$;

CREATE TABLE core.quotes (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  code       text        NOT NULL, -- Q-118
  lead_id    uuid        NOT NULL,
  person_id  uuid        NOT NULL,
  sent       int         NOT NULL DEFAULT 0, -- revisions that were sent
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES core.leads
);
CREATE INDEX quotes_person ON core.quotes (tenant_id, person_id);

CREATE TABLE core.quote_revisions (
  tenant_id     int         NOT NULL,
  id            uuid        NOT NULL,
  quote_id      uuid        NOT NULL,
  place         bigint      GENERATED ALWAYS AS IDENTITY,
  revision      int         NOT NULL DEFAULT 0, -- as the customer knows it; 0 until it is sent
  departure     text        NOT NULL,
  party         int         NOT NULL CHECK (party > 0),
  unit_minor    bigint      NOT NULL CHECK (unit_minor >= 0),
  discount      int         NOT NULL CHECK (discount BETWEEN 0 AND 10000), -- basis points
  total_minor   bigint      NOT NULL,
  deposit_minor bigint      NOT NULL CHECK (deposit_minor BETWEEN 0 AND total_minor),
  currency      char(3)     NOT NULL,
  valid_until   timestamptz NOT NULL,
  state         text        NOT NULL CHECK (state IN
                  ('draft', 'pending_approval', 'approved', 'sent', 'accepted', 'declined',
                   'expired', 'superseded', 'withdrawn')),
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, quote_id) REFERENCES core.quotes,
  FOREIGN KEY (tenant_id, departure) REFERENCES core.departures
);
CREATE INDEX quote_revisions_quote ON core.quote_revisions (tenant_id, quote_id, place);
CREATE UNIQUE INDEX quote_revisions_numbered ON core.quote_revisions
  (tenant_id, quote_id, revision) WHERE revision > 0;
CREATE UNIQUE INDEX quote_revisions_one_sent ON core.quote_revisions (tenant_id, quote_id)
  WHERE state = 'sent';
CREATE UNIQUE INDEX quote_revisions_one_accepted ON core.quote_revisions (tenant_id, quote_id)
  WHERE state = 'accepted';
CREATE TRIGGER quote_revisions_content BEFORE UPDATE OF quote_id, departure, party, unit_minor,
    discount, total_minor, deposit_minor, currency, valid_until ON core.quote_revisions
  FOR EACH ROW EXECUTE FUNCTION core.unchangeable();

CREATE TABLE core.bookings (
  tenant_id     int         NOT NULL,
  id            uuid        NOT NULL,
  code          text        NOT NULL, -- BK-2041
  lead_id       uuid,
  quote_id      uuid,
  revision_id   uuid,                 -- the one that was accepted
  person_id     uuid        NOT NULL,
  departure     text        NOT NULL,
  party         int         NOT NULL CHECK (party > 0),
  state         text        NOT NULL CHECK (state IN
                  ('on_hold', 'pending', 'confirmed', 'redeemed', 'cancelled', 'expired',
                   'rejected')),
  hold_id       uuid        NOT NULL, -- its seats
  extended      int         NOT NULL DEFAULT 0, -- how often the hold was made longer
  total_minor   bigint      NOT NULL,
  deposit_minor bigint      NOT NULL CHECK (deposit_minor BETWEEN 0 AND total_minor),
  currency      char(3)     NOT NULL,
  terms_on      date        NOT NULL, -- the terms of this day hold, whatever they become
  created_at    timestamptz NOT NULL,
  version       int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, hold_id),
  FOREIGN KEY (tenant_id, departure) REFERENCES core.departures,
  FOREIGN KEY (tenant_id, hold_id) REFERENCES core.holds,
  FOREIGN KEY (tenant_id, quote_id) REFERENCES core.quotes,
  FOREIGN KEY (tenant_id, revision_id) REFERENCES core.quote_revisions
);
CREATE INDEX bookings_person ON core.bookings (tenant_id, person_id);
CREATE INDEX bookings_departure ON core.bookings (tenant_id, departure);
CREATE UNIQUE INDEX bookings_one_of_a_quote ON core.bookings (tenant_id, quote_id)
  WHERE state NOT IN ('cancelled', 'expired', 'rejected');
CREATE TRIGGER bookings_currency BEFORE UPDATE OF currency, terms_on ON core.bookings
  FOR EACH ROW EXECUTE FUNCTION core.unchangeable();

CREATE TABLE core.travellers (
  tenant_id  int   NOT NULL,
  booking_id uuid  NOT NULL,
  place      int   NOT NULL CHECK (place > 0),
  name       bytea NOT NULL, -- sealed
  unit       text  NOT NULL, -- a word such as adult
  PRIMARY KEY (tenant_id, booking_id, place),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES core.bookings
);

-- Minor units; only an adjustment may be negative. A reference is used once, so one event of a
-- payment gateway moves money once. No entry is so large that a sum could overflow.
CREATE TABLE core.ledger (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  place        bigint      GENERATED ALWAYS AS IDENTITY,
  booking_id   uuid        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN
                 ('charge', 'payment', 'refund', 'fee', 'adjust')),
  amount_minor bigint      NOT NULL CHECK (amount_minor BETWEEN -1000000000000 AND 1000000000000),
  currency     char(3)     NOT NULL,
  reference    text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES core.bookings,
  CHECK (amount_minor > 0 OR (kind = 'adjust' AND amount_minor < 0))
);
CREATE INDEX ledger_booking ON core.ledger (tenant_id, booking_id, place);
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON core.ledger
  FOR EACH ROW EXECUTE FUNCTION core.unchangeable();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['quotes', 'quote_revisions', 'bookings', 'travellers', 'ledger'] LOOP
    EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE core.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON core.%I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
