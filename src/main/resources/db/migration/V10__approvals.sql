-- What needs the word of somebody else, and who gave it.

CREATE TABLE approvals (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  code         text        NOT NULL, -- AP-31
  subject      text        NOT NULL, -- code of what it is about
  action       text        NOT NULL, -- a word such as discount
  content      text        NOT NULL, -- SHA-256 of what is asked: another content is another request
  detail       bytea       NOT NULL, -- sealed: in words, may name people
  requested_by uuid        NOT NULL,
  role         text        NOT NULL, -- whoever has it may decide
  quorum       int         NOT NULL CHECK (quorum BETWEEN 1 AND 5),
  state        text        NOT NULL CHECK (state IN
                 ('pending', 'approved', 'rejected', 'expired', 'cancelled')),
  expires_at   timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE UNIQUE INDEX approvals_one_open ON approvals (tenant_id, subject, action, content)
  WHERE state = 'pending';
CREATE INDEX approvals_subject ON approvals (tenant_id, subject);

CREATE TABLE approval_votes (
  tenant_id   int         NOT NULL,
  approval_id uuid        NOT NULL,
  person_id   uuid        NOT NULL,
  yes         boolean     NOT NULL,
  note        bytea,                -- sealed
  turn_id     uuid        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, approval_id, person_id),
  FOREIGN KEY (tenant_id, approval_id) REFERENCES approvals
);
CREATE TRIGGER approval_votes_append_only BEFORE UPDATE OR DELETE ON approval_votes
  FOR EACH ROW EXECUTE FUNCTION core.unchangeable();

-- Nobody approves what they have asked for themselves, whatever the code does.
CREATE FUNCTION nobody_approves_their_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.yes AND EXISTS (SELECT 1 FROM approvals a WHERE a.tenant_id = NEW.tenant_id
      AND a.id = NEW.approval_id AND a.requested_by = NEW.person_id) THEN
    RAISE EXCEPTION 'nobody approves their own request';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_votes_not_their_own BEFORE INSERT ON approval_votes
  FOR EACH ROW EXECUTE FUNCTION nobody_approves_their_own();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['approvals', 'approval_votes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
