-- The bundled travel core: products, departures with their seats, leads.

CREATE SCHEMA core;

CREATE TABLE core.products (
  tenant_id int    NOT NULL,
  code      text   NOT NULL,
  name      text   NOT NULL,
  names     text[] NOT NULL, -- what else people call it
  PRIMARY KEY (tenant_id, code)
);

CREATE TABLE core.departures (
  tenant_id   int    NOT NULL,
  code        text   NOT NULL, -- EBC-0315
  product     text   NOT NULL,
  starts_on   date   NOT NULL, -- local days where the trip is
  ends_on     date   NOT NULL,
  zone        text   NOT NULL,
  state       text   NOT NULL, -- open, guaranteed, closed, cancelled, departed, completed
  capacity    int    NOT NULL,
  held        int    NOT NULL DEFAULT 0,
  booked      int    NOT NULL DEFAULT 0,
  waiting     int    NOT NULL DEFAULT 0,
  price_minor bigint,
  currency    char(3),
  version     int    NOT NULL DEFAULT 0, -- goes up with every change of seats or state
  PRIMARY KEY (tenant_id, code),
  FOREIGN KEY (tenant_id, product) REFERENCES core.products,
  CHECK (held >= 0 AND booked >= 0 AND waiting >= 0 AND held + booked <= capacity)
);
CREATE INDEX departures_product ON core.departures (tenant_id, product, starts_on);

CREATE TABLE core.leads (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- LD-301
  person_id    uuid        NOT NULL,
  state        text        NOT NULL,
  product      text,
  departure    text,
  party        int,
  wanted_on    date,
  traveller    text,                 -- a word such as cousin, when it is not the sender
  notes        text[]      NOT NULL DEFAULT '{}',
  language     text        NOT NULL,
  source       text        NOT NULL,
  owner_id     uuid,
  answered_at  timestamptz,          -- a person of ours wrote to the customer
  quote_asked_at timestamptz,
  last_asked_at timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  command_id   uuid        NOT NULL, -- the turn that made it: made once
  version      int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, command_id)
);
CREATE INDEX leads_person ON core.leads (tenant_id, person_id, created_at);

CREATE TABLE core.numbers (
  tenant_id int    NOT NULL,
  series    text   NOT NULL, -- LD
  last      bigint NOT NULL,
  PRIMARY KEY (tenant_id, series)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['products', 'departures', 'leads', 'numbers'] LOOP
    EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE core.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON core.%I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
