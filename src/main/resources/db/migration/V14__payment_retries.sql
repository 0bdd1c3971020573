-- What did not work is tried again after a minute, then two, four, up to an hour.
ALTER TABLE payment_events ADD COLUMN tries int NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN tries int NOT NULL DEFAULT 0;
ALTER TABLE payment_checkouts ADD COLUMN closings int NOT NULL DEFAULT 0;

-- When it happened by the provider's clock, as far as the event tells.
ALTER TABLE payment_events ADD COLUMN happened_at timestamptz;

-- The sums that a turn has acted upon, beside the status: a page may be paid or given back in parts.
ALTER TABLE payment_checkouts
  ADD COLUMN noted_paid bigint NOT NULL DEFAULT 0,
  ADD COLUMN noted_refunded bigint NOT NULL DEFAULT 0;
-- For all companies at once, so without the policy that shows one of them.
ALTER TABLE payment_checkouts DISABLE ROW LEVEL SECURITY;
UPDATE payment_checkouts SET noted_paid = paid_minor, noted_refunded = refunded_minor
  WHERE noted = status AND status IN ('paid', 'refunded');
ALTER TABLE payment_checkouts ENABLE ROW LEVEL SECURITY;
