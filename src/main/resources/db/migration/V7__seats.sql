-- Seats that cannot be sold twice: counters on the departure, which a CHECK holds, and what they
-- are made of.

ALTER TABLE core.departures
  ADD COLUMN starts_time time     NOT NULL DEFAULT '06:00', -- local, like the days; with the zone
  ADD COLUMN ends_time   time     NOT NULL DEFAULT '18:00', -- they are the truth, instants are not
  ADD COLUMN sales_close interval NOT NULL DEFAULT '0',     -- before the start
  ADD COLUMN overbook    int      NOT NULL DEFAULT 0 CHECK (overbook >= 0),
  DROP CONSTRAINT departures_check,
  ADD CONSTRAINT departures_counters CHECK (held >= 0 AND booked >= 0 AND waiting >= 0),
  ADD CONSTRAINT departures_never_oversold CHECK (held + booked <= capacity + overbook);

-- Every command is done once: the same again gets the same answer.
CREATE TABLE core.commands (
  tenant_id int         NOT NULL,
  id        uuid        NOT NULL,
  asked     text        NOT NULL, -- what was asked for, to tell the same from another
  outcome   text,                 -- done, or why not
  detail    text,
  subject   text,                 -- of what was done
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE core.holds (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  departure  text        NOT NULL,
  party      int         NOT NULL CHECK (party > 0),
  state      text        NOT NULL CHECK (state IN ('active', 'consumed', 'released', 'expired')),
  purpose    text        NOT NULL, -- booking, waitlist, operations
  until      timestamptz NOT NULL, -- counts while active
  created_at timestamptz NOT NULL,
  version    int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, departure) REFERENCES core.departures
);
CREATE INDEX holds_departure ON core.holds (tenant_id, departure) WHERE state = 'active';
CREATE INDEX holds_until ON core.holds (tenant_id, until) WHERE state = 'active';

CREATE TABLE core.waitlist (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  code        text        NOT NULL, -- WL-9
  place       bigint      GENERATED ALWAYS AS IDENTITY,
  priority    int         NOT NULL DEFAULT 0, -- the higher first; then who came first
  departure   text        NOT NULL,
  person_id   uuid        NOT NULL,
  party       int         NOT NULL CHECK (party > 0),
  state       text        NOT NULL CHECK (state IN
                ('waiting', 'offered', 'converted', 'declined', 'lapsed', 'withdrawn', 'expired')),
  auto        boolean     NOT NULL DEFAULT false, -- asked to be booked without being asked again
  hold_id     uuid,
  offer_until timestamptz,
  offers      int         NOT NULL DEFAULT 0,
  created_at  timestamptz NOT NULL,
  version     int         NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, departure) REFERENCES core.departures,
  CHECK ((state = 'offered') = (offer_until IS NOT NULL))
);
CREATE INDEX waitlist_departure ON core.waitlist (tenant_id, departure, priority DESC, place)
  WHERE state = 'waiting';
CREATE INDEX waitlist_person ON core.waitlist (tenant_id, person_id);

-- Whoever was passed over, and why: nobody is skipped in silence.
CREATE TABLE core.waitlist_skips (
  tenant_id int         NOT NULL,
  id        bigint      GENERATED ALWAYS AS IDENTITY,
  entry_id  uuid        NOT NULL,
  at        timestamptz NOT NULL,
  free      int         NOT NULL,
  party     int         NOT NULL,
  policy    text        NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX waitlist_skips_entry ON core.waitlist_skips (tenant_id, entry_id);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['commands', 'holds', 'waitlist', 'waitlist_skips'] LOOP
    EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE core.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON core.%I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
