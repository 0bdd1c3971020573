-- What customers shall pay, what they did, and what goes back. The ledger of a booking is in core.

CREATE TABLE payments (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- PAY-7
  booking      text        NOT NULL, -- code of the booking
  person_id    uuid        NOT NULL,
  lane         bytea       NOT NULL, -- of the contact who hears what becomes of it
  kind         text        NOT NULL CHECK (kind IN ('deposit', 'balance', 'full', 'extra')),
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  currency     char(3)     NOT NULL,
  description  text        NOT NULL,
  language     text        NOT NULL,
  state        text        NOT NULL CHECK (state IN
                 ('link_sent', 'processing', 'paid', 'failed', 'expired', 'cancelled')),
  link         bytea       NOT NULL, -- blind index of the token in the link
  expires_at   timestamptz NOT NULL,
  checkouts    int         NOT NULL DEFAULT 0, -- pages that were opened
  created_at   timestamptz NOT NULL,
  version      int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, link)
);
CREATE INDEX payments_booking ON payments (tenant_id, booking);

-- A page of the provider. What it says is written down as it says it last; what a turn has acted
-- upon stands beside it, so that the difference is news.
CREATE TABLE payment_checkouts (
  tenant_id      int         NOT NULL,
  payment_id     uuid        NOT NULL,
  number         int         NOT NULL,
  provider       text        NOT NULL,
  key            text        NOT NULL, -- PAY-7-v1
  expires_at     timestamptz NOT NULL, -- as it was wished
  provider_ref   text,                 -- null until the provider has answered
  url            bytea,                -- sealed
  status         text        NOT NULL DEFAULT 'new',
  paid_minor     bigint      NOT NULL DEFAULT 0,
  paid_currency  char(3),
  refunded_minor bigint      NOT NULL DEFAULT 0,
  payment_ref    text,
  changes        int         NOT NULL DEFAULT 0, -- how often the provider has said something new
  noted          text        NOT NULL DEFAULT 'new', -- the status that a turn has acted upon
  opened_at      timestamptz NOT NULL,
  looked_at      timestamptz,
  PRIMARY KEY (tenant_id, payment_id, number),
  UNIQUE (tenant_id, provider, key),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payments
);
CREATE UNIQUE INDEX payment_checkouts_ref ON payment_checkouts (tenant_id, provider, provider_ref);
CREATE INDEX payment_checkouts_open ON payment_checkouts (tenant_id, looked_at)
  WHERE status IN ('new', 'open', 'processing', 'partially_paid');

-- Webhooks as they came; an event is one however often it is delivered.
CREATE TABLE payment_events (
  tenant_id    int         NOT NULL,
  provider     text        NOT NULL,
  event_id     text        NOT NULL,
  provider_ref text,
  payment      text,                 -- our code, as far as the event tells
  body         bytea       NOT NULL, -- sealed
  received_at  timestamptz NOT NULL,
  try_after    timestamptz NOT NULL,
  looked_at    timestamptz,
  PRIMARY KEY (tenant_id, provider, event_id)
);
CREATE INDEX payment_events_new ON payment_events (tenant_id, try_after) WHERE looked_at IS NULL;

CREATE TABLE refunds (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- RF-12
  payment_id   uuid        NOT NULL,
  number       int         NOT NULL, -- of the checkout whose money goes back
  booking      text        NOT NULL,
  person_id    uuid        NOT NULL,
  lane         bytea       NOT NULL,
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  currency     char(3)     NOT NULL,
  reason       text        NOT NULL, -- a word such as duplicate
  state        text        NOT NULL CHECK (state IN
                 ('asked', 'approved', 'pending', 'done', 'failed', 'withdrawn', 'rejected')),
  provider_ref text,
  created_at   timestamptz NOT NULL,
  try_after    timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, payment_id, number) REFERENCES payment_checkouts
);
-- What was paid once goes back once.
CREATE UNIQUE INDEX refunds_once ON refunds (tenant_id, payment_id, number)
  WHERE state NOT IN ('failed', 'withdrawn', 'rejected');
CREATE INDEX refunds_booking ON refunds (tenant_id, booking);

-- The gateway of the sandbox: the pages it has opened, and what was done on them.
CREATE TABLE sandbox_checkouts (
  ref         text        NOT NULL PRIMARY KEY,
  payment     text        NOT NULL,
  minor       bigint      NOT NULL,
  currency    char(3)     NOT NULL,
  paid_minor  bigint      NOT NULL DEFAULT 0,
  paid_in     char(3)     NOT NULL,
  refunded    bigint      NOT NULL DEFAULT 0,
  status      text        NOT NULL DEFAULT 'open',
  described   text        NOT NULL,
  return_url  text        NOT NULL,
  expires_at  timestamptz NOT NULL,
  name        text                  -- the id that a test gave the payment, such as pay_1
);
CREATE TABLE sandbox_refunds (
  id    text   NOT NULL PRIMARY KEY,
  ref   text   NOT NULL REFERENCES sandbox_checkouts,
  minor bigint NOT NULL
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payments', 'payment_checkouts', 'payment_events', 'refunds'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
