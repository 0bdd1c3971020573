-- What is said to many at once: what was shown before, to whom it goes, and that each gets it once.

CREATE TABLE broadcasts (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- BC-3
  person_id    uuid        NOT NULL, -- who wrote it; nobody else can say yes to it
  audience     text        NOT NULL CHECK (audience IN ('guests', 'crew', 'colleagues')),
  about        text,                 -- the departure or trip, or the role of colleagues; null: all of them
  words        bytea       NOT NULL, -- sealed
  hash         bytea       NOT NULL, -- of the words and of everybody who was meant when it was shown
  people       int         NOT NULL, -- how many it would have gone to then
  state        text        NOT NULL CHECK (state IN ('draft', 'sending', 'stopped', 'done', 'dropped')),
  until        timestamptz NOT NULL, -- when the question is over
  version      int         NOT NULL, -- goes up each time it is shown
  pace         int         NOT NULL, -- so many people a second
  wait_seconds int         NOT NULL, -- how long what became of the last one is waited for
  next_at      timestamptz,          -- when the next people have their turn
  started_at   timestamptz,          -- when it began, or was taken up again
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX broadcasts_sending ON broadcasts (tenant_id, next_at) WHERE state = 'sending';
CREATE INDEX broadcasts_drafts ON broadcasts (tenant_id, person_id) WHERE state = 'draft';

-- A person is in a broadcast once, whatever is killed or repeated.
CREATE TABLE broadcast_recipients (
  tenant_id    int         NOT NULL,
  broadcast_id uuid        NOT NULL,
  number       int         NOT NULL,
  person_id    uuid        NOT NULL,
  about        text,                 -- the booking that it concerns
  state        text        NOT NULL CHECK (state IN ('waiting', 'queued', 'left_out')),
  reason       text,                 -- why they are left out
  handed_at    timestamptz,          -- when it became their turn
  message_id   uuid,                 -- in the outbox, when it is queued
  PRIMARY KEY (tenant_id, broadcast_id, number),
  UNIQUE (tenant_id, broadcast_id, person_id)
);
CREATE UNIQUE INDEX broadcast_recipients_message ON broadcast_recipients (tenant_id, message_id)
  WHERE message_id IS NOT NULL;

-- Whom the provider cannot reach, or has been told to keep away.
CREATE INDEX outbox_unreachable ON outbox (tenant_id, person_id)
  WHERE error IN ('130403', '131026');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['broadcasts', 'broadcast_recipients'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
