-- What became of the bytes of what was shown, and who has agreed that it is published. The bytes
-- themselves are sealed files beside the database.

ALTER TABLE media_items
  ALTER COLUMN person_id DROP NOT NULL, -- not known until the turn that it came with
  ADD COLUMN kind        text NOT NULL DEFAULT 'document', -- as the provider calls it
  ADD COLUMN state       text NOT NULL DEFAULT 'rejected'
    CHECK (state IN ('received', 'downloaded', 'available', 'rejected', 'purged')),
  ADD COLUMN reason      text,        -- why it is rejected: too_big, wrong_type, lost
  ADD COLUMN channel     text,        -- the line that it came by
  ADD COLUMN lane        text,        -- of whoever showed it, in hex
  ADD COLUMN ref         bytea,       -- the provider's id of it, sealed
  ADD COLUMN happened_at timestamptz, -- by the provider's clock
  ADD COLUMN attempts    int NOT NULL DEFAULT 0,
  ADD COLUMN next_at     timestamptz, -- of the next try; null when there is none
  ADD COLUMN fetch_until timestamptz, -- the provider keeps it no longer
  ADD COLUMN type        text,        -- by its bytes, whatever its name says
  ADD COLUMN sha256      text,
  ADD COLUMN bytes       bigint,
  ADD COLUMN looks       text,        -- what it looks like: a word of sort document
  ADD COLUMN same_as     text,        -- the code of the same bytes of the same person, shown before
  ADD COLUMN erased_at   timestamptz, -- when the bytes were
  ADD COLUMN told_at     timestamptz, -- when they were told that it cannot be kept
  ADD COLUMN album       uuid,        -- the turn that filed it together with others
  ADD COLUMN question    text CHECK (question IN ('what', 'whose')), -- what its sender was asked
  ADD COLUMN asked_at    timestamptz,
  ADD COLUMN family_name bytea,       -- of whoever it shows, sealed
  ADD COLUMN publish     text NOT NULL DEFAULT 'none'
    CHECK (publish IN ('none', 'asked', 'given', 'refused', 'withdrawn', 'blocked')),
  ADD COLUMN scope       text CHECK (scope IN ('all', 'own')); -- who is in it, by who agreed

CREATE UNIQUE INDEX media_items_message ON media_items (tenant_id, message_id);
CREATE INDEX media_items_open ON media_items (tenant_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX media_items_asked ON media_items (tenant_id, person_id) WHERE question IS NOT NULL;
CREATE INDEX media_items_sha256 ON media_items (tenant_id, sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX media_items_end ON media_items (tenant_id, keep_until) WHERE deleted_at IS NULL;

-- A yes, a no, or taken back: rows are added and never changed.
CREATE TABLE media_consents (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  media       text        NOT NULL, -- code of what it is about
  person_id   uuid        NOT NULL, -- who
  answer      text        NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn')),
  scope       text        NOT NULL CHECK (scope IN ('all', 'own', 'none')),
  asked_in    uuid,                 -- the decision that asked; it names the message with the text
  message_id  uuid        NOT NULL, -- their own words, or tap
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX media_consents_media ON media_consents (tenant_id, media);

-- Who does not want to be shown, whoever took the picture.
CREATE TABLE media_objections (
  tenant_id  int         NOT NULL,
  person_id  uuid        NOT NULL,
  trip       text,                 -- code of the trip they were on; null where nobody knows
  message_id uuid        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);

-- A way to see what was filed, for one colleague and a few minutes.
CREATE TABLE media_links (
  tenant_id  int         NOT NULL,
  link       bytea       NOT NULL, -- blind index of the token in it
  media      text        NOT NULL,
  person_id  uuid        NOT NULL,
  role       text        NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (tenant_id, link)
);

-- What the sandbox's phones have sent, as a provider would keep it.
CREATE TABLE sandbox_media (
  id     text  NOT NULL PRIMARY KEY,
  sealed bytea NOT NULL,
  size   bigint               -- as the provider tells it, when it is not that of the bytes
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['media_consents', 'media_objections', 'media_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I USING
      (tenant_id = (SELECT nullif(current_setting('opslayer.tenant', true), '')::int))$p$, t);
  END LOOP;
END $$;
