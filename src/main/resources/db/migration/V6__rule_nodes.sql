-- Which node took which rules, and how many of the newest decisions they would have taken otherwise.
ALTER TABLE rule_changes
  ADD COLUMN node      text NOT NULL DEFAULT '',
  ADD COLUMN decisions int  NOT NULL DEFAULT 0,
  ADD COLUMN different int  NOT NULL DEFAULT 0;

-- Who runs, and with which rules. By the clock of the database, so that nodes need not agree on one.
CREATE TABLE rule_nodes (
  tenant_id int         NOT NULL,
  node      text        NOT NULL,
  hash      text,                 -- of the rules in force there; null while there are none
  seen      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, node)
);
ALTER TABLE rule_nodes ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_nodes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rule_nodes USING
  (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
