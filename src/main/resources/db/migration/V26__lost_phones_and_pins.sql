-- Phones of colleagues that are lost, and the PINs for commands that are worth one.

CREATE TABLE phone_locks (
  tenant_id   int         NOT NULL,
  id          uuid        NOT NULL,
  code        text        NOT NULL, -- LK-2
  person_id   uuid        NOT NULL, -- whose phone
  locked_by   uuid        NOT NULL,
  locked_at   timestamptz NOT NULL,
  asked_by    uuid,                 -- who wants it unlocked and had no PIN
  unlocked_by uuid,
  unlocked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE UNIQUE INDEX phone_locks_now ON phone_locks (tenant_id, person_id)
  WHERE unlocked_at IS NULL;

-- Never the PIN: a slow hash of it, with a salt, made of what only this service can make of it.
CREATE TABLE staff_pins (
  tenant_id     int         NOT NULL,
  person_id     uuid        NOT NULL,
  salt          bytea       NOT NULL,
  hash          bytea       NOT NULL,
  rounds        int         NOT NULL,
  set_at        timestamptz NOT NULL,
  wrong         int         NOT NULL DEFAULT 0, -- in a row
  blocked_until timestamptz,
  good_until    timestamptz,
  PRIMARY KEY (tenant_id, person_id)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['phone_locks', 'staff_pins'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
