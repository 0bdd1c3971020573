-- The house: what comes in, who it is from, what was decided, what goes out.
--
-- tenant_id stands first in every key. Every table but the two directories at the top has row level
-- security: a transaction sees the rows of the tenant that it has named with
--   set_config('opslayer.tenant', '1', true)
-- and none without. What is personal (numbers, names, words of messages, whole webhook bodies) is
-- sealed by the service before it comes here (bytea); *_key columns are blind indexes of 16 bytes.

-- The two directories: read before a tenant is known.

CREATE TABLE tenants (
  id       int  PRIMARY KEY,
  code     text NOT NULL UNIQUE,
  name     text NOT NULL,
  zone     text NOT NULL,
  language text NOT NULL
);

CREATE TABLE whatsapp_configurations (
  tenant_id int  NOT NULL REFERENCES tenants,
  channel   text NOT NULL UNIQUE,
  provider  text NOT NULL,
  PRIMARY KEY (tenant_id, channel)
);

-- Webhook calls, byte for byte, repeated ones too.
CREATE TABLE webhook_bodies (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  received_at timestamptz NOT NULL,
  channel     text        NOT NULL,
  body        bytea       NOT NULL,
  PRIMARY KEY (tenant_id, id, received_at)
) PARTITION BY RANGE (received_at);

-- One row for each thing that happened and wants a turn. The unique key is kept for ever: nothing
-- is acted on twice, however late the provider repeats it.
CREATE TABLE inbox (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  seq          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  channel      text        NOT NULL,
  kind         text        NOT NULL, -- message, timer, notice, unreadable
  provider_key bytea       NOT NULL,
  lane         bytea       NOT NULL, -- one contact of one channel; strictly in order within
  body_id      uuid,                 -- with place: which event of which body
  body_at      timestamptz,
  place        int,
  topic        text,                 -- of a timer: its name
  subject      text,                 -- of a timer: the code of its object
  occurred_at  timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  state        text        NOT NULL DEFAULT 'new', -- new, done, dead
  attempts     int         NOT NULL DEFAULT 0,
  turn_id      uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, channel, kind, provider_key)
) WITH (fillfactor = 80);
CREATE INDEX inbox_waiting ON inbox (tenant_id, lane, occurred_at, seq) WHERE state = 'new';

-- What makes "in order per contact, parallel across contacts" true over several workers and nodes:
-- who holds the lane's token may work on its events, until the lease ends by the database's clock.
CREATE TABLE inbox_lanes (
  tenant_id   int         NOT NULL,
  lane        bytea       NOT NULL,
  due_at      timestamptz,          -- null: nothing waits
  arrivals    bigint      NOT NULL, -- tells a worker that more came while it worked
  lease_until timestamptz,
  token       uuid,
  PRIMARY KEY (tenant_id, lane)
) WITH (fillfactor = 70);
CREATE INDEX inbox_lanes_due ON inbox_lanes (tenant_id, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE inbox_duplicates (
  tenant_id int    NOT NULL,
  channel   text   NOT NULL,
  day       date   NOT NULL,
  count     bigint NOT NULL,
  PRIMARY KEY (tenant_id, channel, day)
);

CREATE TABLE dead_letters (
  tenant_id int         NOT NULL,
  id        uuid        NOT NULL,
  at        timestamptz NOT NULL,
  channel   text        NOT NULL,
  reason    text        NOT NULL,
  inbox_id  uuid,        -- null: the whole body could not be read
  body_id   uuid,
  body_at   timestamptz,
  state     text        NOT NULL DEFAULT 'open', -- open, replayed
  PRIMARY KEY (tenant_id, id)
);

-- People, and the names that providers have for them.

CREATE TABLE people (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  code       text,
  name       bytea,
  language   text,
  zone       text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);

CREATE TABLE person_roles (
  tenant_id int  NOT NULL,
  person_id uuid NOT NULL,
  role      text NOT NULL, -- sales, operations, field, manager; a customer has none
  PRIMARY KEY (tenant_id, person_id, role),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people
);
CREATE INDEX person_roles_role ON person_roles (tenant_id, role);

CREATE TABLE person_languages (
  tenant_id int  NOT NULL,
  person_id uuid NOT NULL,
  language  text NOT NULL,
  PRIMARY KEY (tenant_id, person_id, language),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people
);

CREATE TABLE aliases (
  tenant_id int   NOT NULL,
  kind      text  NOT NULL, -- phone, bsuid
  key       bytea NOT NULL,
  value     bytea NOT NULL,
  person_id uuid  NOT NULL,
  PRIMARY KEY (tenant_id, kind, key),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people
);
CREATE INDEX aliases_person ON aliases (tenant_id, person_id);

CREATE TABLE whatsapp_conversations (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  channel      text        NOT NULL,
  person_id    uuid        NOT NULL,
  address      bytea       NOT NULL, -- the alias to answer to, as it came
  address_kind text        NOT NULL,
  lane         bytea       NOT NULL,
  last_in_at   timestamptz,           -- by the provider's clock
  window_until timestamptz,           -- free text may be sent until then
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, channel, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people
) WITH (fillfactor = 80);
CREATE INDEX whatsapp_conversations_lane ON whatsapp_conversations (tenant_id, lane);

-- Both directions. Rows never change: where an outgoing one stands, its row in outbox says.
CREATE TABLE whatsapp_messages (
  tenant_id       int         NOT NULL,
  id              uuid        NOT NULL,
  at              timestamptz NOT NULL, -- received, or decided
  direction       text        NOT NULL, -- in, out
  kind            text        NOT NULL,
  conversation_id uuid        NOT NULL,
  person_id       uuid        NOT NULL,
  provider_key    bytea,                -- incoming only
  content         bytea       NOT NULL,
  template        text,
  language        text,
  subject         text,                 -- code of the object it is about
  sent_at         timestamptz NOT NULL, -- incoming: by the provider's clock
  decision_id     uuid        NOT NULL,
  PRIMARY KEY (tenant_id, id, at)
) PARTITION BY RANGE (at);
CREATE INDEX whatsapp_messages_conversation ON whatsapp_messages (tenant_id, conversation_id, at);
CREATE INDEX whatsapp_messages_decision ON whatsapp_messages (tenant_id, decision_id);
CREATE INDEX whatsapp_messages_provider ON whatsapp_messages (tenant_id, provider_key)
  WHERE provider_key IS NOT NULL;

-- Where each outgoing message stands. 'sending' is committed before the provider is called; what is
-- found 'sending' after its time is 'unknown' and is not sent again by itself.
CREATE TABLE outbox (
  tenant_id       int         NOT NULL,
  id              uuid        NOT NULL, -- of the message
  seq             bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  message_at      timestamptz NOT NULL,
  channel         text        NOT NULL,
  conversation_id uuid        NOT NULL,
  person_id       uuid        NOT NULL,
  category        text        NOT NULL, -- service, marketing
  state           text        NOT NULL DEFAULT 'pending',
  attempts        int         NOT NULL DEFAULT 0,
  due_at          timestamptz NOT NULL,
  sending_until   timestamptz,          -- by the database's clock
  provider_key    bytea,
  provider_id     bytea,
  settled_at      timestamptz,
  delivery        text,                 -- sent, delivered, read, failed
  delivery_rank   int         NOT NULL DEFAULT 0,
  error           text,
  PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 70);
CREATE INDEX outbox_due ON outbox (tenant_id, due_at) WHERE state = 'pending';
CREATE INDEX outbox_open ON outbox (tenant_id, conversation_id, seq)
  WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_provider ON outbox (tenant_id, provider_key) WHERE provider_key IS NOT NULL;

-- Every report of the provider, in the order they came; applied once the message is known.
CREATE TABLE whatsapp_statuses (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL,
  received_at  timestamptz NOT NULL,
  channel      text        NOT NULL,
  provider_key bytea       NOT NULL,
  message_id   uuid,                  -- ours, when the provider sends it back
  word         text        NOT NULL,
  rank         int         NOT NULL,  -- 0: a word that we do not know
  occurred_at  timestamptz NOT NULL,
  error        text,
  applied      boolean     NOT NULL DEFAULT false,
  looks        int         NOT NULL DEFAULT 0, -- how often its message was looked for in vain
  due_at       timestamptz NOT NULL,           -- when to look again
  PRIMARY KEY (tenant_id, id, received_at)
) PARTITION BY RANGE (received_at);
CREATE INDEX whatsapp_statuses_waiting ON whatsapp_statuses (tenant_id, due_at)
  WHERE NOT applied;

-- What the provider thinks of our templates; without a row it has not judged.
CREATE TABLE whatsapp_templates (
  tenant_id int  NOT NULL,
  name      text NOT NULL,
  language  text NOT NULL,
  state     text NOT NULL, -- approved, rejected, paused, disabled
  PRIMARY KEY (tenant_id, name, language)
);

-- Consent, one row for each change of mind; the newest of a category holds.
CREATE TABLE whatsapp_opt_ins (
  tenant_id  int         NOT NULL,
  id         uuid        NOT NULL,
  person_id  uuid        NOT NULL,
  category   text        NOT NULL, -- marketing, all
  state      text        NOT NULL, -- in, out
  at         timestamptz NOT NULL,
  message_id uuid,                 -- the proof
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX whatsapp_opt_ins_person ON whatsapp_opt_ins (tenant_id, person_id, category, at DESC);

-- Decisions: enough to explain and to decide again. Nothing personal is in the facts.
CREATE TABLE rule_releases (
  tenant_id int         NOT NULL,
  hash      text        NOT NULL,
  at        timestamptz NOT NULL,
  files     bytea       NOT NULL, -- zip of the folder as accepted, vocabulary included
  PRIMARY KEY (tenant_id, hash)
);

CREATE TABLE decisions (
  tenant_id    int         NOT NULL,
  id           uuid        NOT NULL, -- of the turn
  at           timestamptz NOT NULL,
  release      text        NOT NULL,
  person_id    uuid,
  subject      text,
  wish         text        NOT NULL,
  outcome      text        NOT NULL, -- permitted, refused, nothing
  facts        json        NOT NULL,
  rules        json        NOT NULL,
  permits      json        NOT NULL,
  refusals     json        NOT NULL,
  requirements json        NOT NULL,
  transition   json,
  effects      json        NOT NULL,
  micros       int         NOT NULL,
  PRIMARY KEY (tenant_id, id, at)
) PARTITION BY RANGE (at);
CREATE INDEX decisions_subject ON decisions (tenant_id, subject, at) WHERE subject IS NOT NULL;

CREATE TABLE timeline_entries (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  at          timestamptz NOT NULL,
  subject     text        NOT NULL,
  kind        text        NOT NULL,
  actor       text        NOT NULL, -- a person's id, or timer
  text        bytea       NOT NULL,
  decision_id uuid        NOT NULL,
  PRIMARY KEY (tenant_id, id, at)
) PARTITION BY RANGE (at);
CREATE INDEX timeline_entries_subject ON timeline_entries (tenant_id, subject, at);

CREATE TABLE whatsapp_audit_logs (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  at          timestamptz NOT NULL,
  actor       text        NOT NULL,
  action      text        NOT NULL,
  subject     text,
  result      text        NOT NULL,
  decision_id uuid,
  PRIMARY KEY (tenant_id, id, at)
) PARTITION BY RANGE (at);

-- Partitions: one a month, made ahead by the service; whatever falls outside has a place too.

CREATE FUNCTION make_partitions(since date, months int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  first  date;
BEGIN
  FOREACH parent IN ARRAY ARRAY['webhook_bodies', 'whatsapp_messages', 'whatsapp_statuses',
                                'decisions', 'timeline_entries', 'whatsapp_audit_logs'] LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I DEFAULT',
                   parent || '_other', parent);
    FOR i IN 0 .. months - 1 LOOP
      first := (date_trunc('month', since) + make_interval(months => i))::date;
      IF to_regclass(parent || to_char(first, '_YYYY_MM')) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                       parent || to_char(first, '_YYYY_MM'), parent,
                       first::text || ' 00:00:00+00',
                       (first + interval '1 month')::date::text || ' 00:00:00+00');
      END IF;
    END LOOP;
  END LOOP;
END $$;

SELECT make_partitions('2026-10-01', 6);

-- The second wall between tenants.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook_bodies', 'inbox', 'inbox_lanes', 'inbox_duplicates',
      'dead_letters', 'people', 'person_roles', 'person_languages', 'aliases',
      'whatsapp_conversations', 'whatsapp_messages', 'outbox', 'whatsapp_statuses',
      'whatsapp_templates', 'whatsapp_opt_ins', 'rule_releases', 'decisions', 'timeline_entries',
      'whatsapp_audit_logs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
