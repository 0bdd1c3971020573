-- What a colleague has to answer, and what was shown to us: never its bytes.

CREATE TABLE tasks (
  tenant_id int         NOT NULL,
  id        uuid        NOT NULL,
  code      text        NOT NULL, -- TK-4
  subject   text,                 -- code of the lead it is about
  topic     text        NOT NULL, -- a word of the tables, such as visa_letter
  person_id uuid        NOT NULL, -- who asks
  owner_id  uuid,                 -- whose answer it needs
  asked_at  timestamptz NOT NULL,
  taken_by  uuid,
  taken_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE UNIQUE INDEX tasks_asked_once ON tasks (tenant_id, person_id, topic)
  WHERE taken_by IS NULL;

CREATE TABLE media_items (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  code       text        NOT NULL, -- MD-7
  person_id  uuid        NOT NULL, -- who sent it
  message_id uuid        NOT NULL, -- the message it came with
  class      text        NOT NULL, -- a word of the tables, such as id_document
  purpose    text        NOT NULL, -- a word of the tables, such as visa_letter
  roles      text[]      NOT NULL, -- who may open it
  subject    text,                 -- code of what it belongs to, such as LD-305
  keep_until timestamptz NOT NULL,
  consent    text        NOT NULL CHECK (consent IN ('not_asked', 'asked', 'given', 'refused')),
  consent_at timestamptz,
  filed_at   timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX media_items_subject ON media_items (tenant_id, subject) WHERE subject IS NOT NULL;
CREATE INDEX media_items_person ON media_items (tenant_id, person_id);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tasks', 'media_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
