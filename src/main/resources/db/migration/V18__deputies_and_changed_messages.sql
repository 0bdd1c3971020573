-- Who decides for somebody else; what a request is worth; and who has taken it back.

ALTER TABLE approvals ADD COLUMN amount_minor bigint CHECK (amount_minor >= 0);
ALTER TABLE approvals ADD COLUMN currency char(3);
ALTER TABLE approvals ADD COLUMN figure text; -- the number by which people name it, such as 10 of 10 %
ALTER TABLE approvals ADD COLUMN ended_by uuid; -- whoever took it back
CREATE INDEX approvals_open ON approvals (tenant_id, created_at) WHERE state = 'pending';

CREATE TABLE approval_deputies (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  role        text        NOT NULL, -- what it lets them decide
  for_person  uuid,                 -- who is away; null: too few were there
  deputy      uuid        NOT NULL,
  approval_id uuid,                 -- only this request; null: all of the role
  until       timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, approval_id) REFERENCES approvals,
  CHECK (for_person <> deputy)
);
CREATE INDEX approval_deputies_until ON approval_deputies (tenant_id, until);

ALTER TABLE approval_deputies ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_deputies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON approval_deputies USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));

-- Goodwill is a part of what was paid, like what comes back for seats that are given up.
DROP INDEX refunds_once;
CREATE UNIQUE INDEX refunds_once ON refunds (tenant_id, payment_id, number)
  WHERE state NOT IN ('failed', 'withdrawn', 'rejected')
    AND reason NOT IN ('cancelled', 'goodwill');

-- Which messages their senders have changed or deleted afterwards. What was written stays written.
CREATE TABLE message_changes (
  tenant_id  int         NOT NULL,
  target_key bytea       NOT NULL, -- the provider's id of the message that is changed
  message_id uuid        NOT NULL, -- the one that changes it
  channel    text        NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('edit', 'revoke')),
  turn_id    uuid,                 -- of the one that is changed; null: that one was not here yet
  at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, target_key, message_id)
);
CREATE INDEX message_changes_turn ON message_changes (tenant_id, turn_id) WHERE turn_id IS NOT NULL;
ALTER TABLE message_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON message_changes USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
