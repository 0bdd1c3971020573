-- Conversations that a person has taken from the rules.

CREATE TABLE handovers (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- HO-3
  person_id    uuid        NOT NULL, -- the customer
  colleague_id uuid        NOT NULL, -- who has the conversation
  subject      text,                 -- code of what it was taken about, such as LD-301
  state        text        NOT NULL CHECK (state IN ('taken', 'over')),
  taken_at     timestamptz NOT NULL,
  until_at     timestamptz NOT NULL, -- when it goes back unless somebody writes
  ended_at     timestamptz,
  ended_by     uuid,                 -- null: by the clock
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
-- One person has it, however many want it at once.
CREATE UNIQUE INDEX handovers_taken ON handovers (tenant_id, person_id) WHERE state = 'taken';
CREATE INDEX handovers_of ON handovers (tenant_id, colleague_id) WHERE state = 'taken';

ALTER TABLE handovers ENABLE ROW LEVEL SECURITY;
ALTER TABLE handovers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON handovers USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
