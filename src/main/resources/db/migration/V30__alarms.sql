-- Alarms are few, and looked for among all messages when a provider reports that one has failed.
-- Nothing of this index changes with a message, so its updates stay in their page.
CREATE INDEX outbox_alarms ON outbox (tenant_id, id) WHERE category = 'alarm';
