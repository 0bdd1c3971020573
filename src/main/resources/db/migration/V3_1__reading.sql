-- For whoever reads back: the form in which a message left, and lists in the order of time.

-- Whether it left as free text or as the approved template; null until it leaves.
ALTER TABLE outbox ADD COLUMN free_text boolean;

-- Without the id: what was decided in one go has one time, which the index then holds once.
CREATE INDEX whatsapp_messages_at ON whatsapp_messages (tenant_id, at);
CREATE INDEX decisions_at ON decisions (tenant_id, at);
CREATE INDEX timeline_entries_at ON timeline_entries (tenant_id, at);
CREATE INDEX whatsapp_audit_logs_at ON whatsapp_audit_logs (tenant_id, at);
