-- Changes of bookings: what was talked about, what it would come to, and that it is done once.

CREATE TABLE booking_changes (
  tenant_id       int         NOT NULL,
  id              uuid        NOT NULL,
  code            text        NOT NULL, -- CH-7
  booking         text        NOT NULL, -- code
  booking_version int         NOT NULL, -- of the booking when the sums were worked out
  person_id       uuid        NOT NULL, -- its customer
  departure       text,                 -- where they would move; null while there is none
  party           int         NOT NULL CHECK (party > 0), -- for how many seats
  refund_minor    bigint      NOT NULL CHECK (refund_minor >= 0), -- that was shown for giving up
  fee_minor       bigint      NOT NULL CHECK (fee_minor >= 0),    -- and stays with the company
  total_minor     bigint      NOT NULL CHECK (total_minor >= 0),  -- that was shown for moving
  granted         text        CHECK (granted IN ('move', 'refund')), -- beyond the terms
  state           text        NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  until           timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  version         int         NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE UNIQUE INDEX booking_changes_one_open ON booking_changes (tenant_id, booking)
  WHERE state = 'open';

ALTER TABLE booking_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON booking_changes USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));

-- Who sold it: others have their own terms, and give their customers the money back themselves.
ALTER TABLE core.bookings ADD COLUMN sold_by text NOT NULL DEFAULT 'direct';

-- A payment may go back in parts, when seats are given up one after the other. What was paid twice
-- goes back once; whatever the reason, no more goes back than came.
DROP INDEX refunds_once;
CREATE UNIQUE INDEX refunds_once ON refunds (tenant_id, payment_id, number)
  WHERE state NOT IN ('failed', 'withdrawn', 'rejected') AND reason <> 'cancelled';
CREATE FUNCTION no_more_goes_back_than_came() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  came bigint;
  back bigint;
BEGIN
  SELECT paid_minor INTO came FROM payment_checkouts WHERE tenant_id = NEW.tenant_id
    AND payment_id = NEW.payment_id AND number = NEW.number FOR UPDATE;
  SELECT coalesce(sum(amount_minor), 0) INTO back FROM refunds WHERE tenant_id = NEW.tenant_id
    AND payment_id = NEW.payment_id AND number = NEW.number
    AND state NOT IN ('failed', 'withdrawn', 'rejected');
  IF coalesce(came, 0) < back + NEW.amount_minor THEN
    RAISE EXCEPTION 'no more goes back than came';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refunds_within BEFORE INSERT ON refunds
  FOR EACH ROW EXECUTE FUNCTION no_more_goes_back_than_came();
