-- Which rules came into force when, by whom and why.
CREATE TABLE rule_changes (
  tenant_id int         NOT NULL,
  id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  at        timestamptz NOT NULL,
  hash      text        NOT NULL,
  kind      text        NOT NULL, -- folder, rollback
  actor     text        NOT NULL,
  why       text,
  held_back text,                 -- fingerprint of the folder that is not taken since
  PRIMARY KEY (tenant_id, id)
);
ALTER TABLE rule_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rule_changes USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
