-- Who works on a trip: what people can do, who was asked in which order and why, who stands in for
-- whom, and what a yes to an exception depends on.

-- guide, lead_licence, first_aid, driver and so on; tables of rules say what needs which.
CREATE TABLE crew_skills (
  tenant_id int  NOT NULL,
  person_id uuid NOT NULL,
  skill     text NOT NULL,
  PRIMARY KEY (tenant_id, person_id, skill)
);

-- How many guests they may take along; no number, no limit. A yes to an exception sets it.
ALTER TABLE crew ADD COLUMN max_guests int CHECK (max_guests > 0);
CREATE INDEX crew_limits ON crew (tenant_id) WHERE max_guests IS NOT NULL;

-- What is to be known of a duty that somebody was asked for.
CREATE TABLE assignments (
  tenant_id    int         NOT NULL,
  duty_id      uuid        NOT NULL,
  asked_by     uuid        NOT NULL, -- the colleague who is told what becomes of it
  replaces     uuid,                 -- the duty that ends when this one is accepted
  approval     text,                 -- code of the exception that was allowed for it
  lacks        text[]      NOT NULL DEFAULT '{}', -- what that exception was about
  offered_at   timestamptz,
  wants_out_at timestamptz,          -- they have accepted, and want to be replaced
  reason       bytea,                -- theirs, sealed; for operations alone
  PRIMARY KEY (tenant_id, duty_id),
  FOREIGN KEY (tenant_id, duty_id) REFERENCES crew
);

-- Who could have done it, in which order, by what was known then. Nothing of it is changed.
CREATE TABLE assignment_candidates (
  tenant_id    int         NOT NULL,
  ranking_id   uuid        NOT NULL,
  place        int         NOT NULL, -- 1 is first
  trip         text        NOT NULL,
  role         text        NOT NULL,
  person_id    uuid        NOT NULL,
  fit          text        NOT NULL CHECK (fit IN ('free', 'needs_yes', 'never')),
  reasons      text[]      NOT NULL, -- what is lacking, in words of the tables
  rest_minutes bigint,               -- between this and the nearest other duty; null: none near
  licensed     boolean     NOT NULL,
  speaks       boolean     NOT NULL, -- a language of the guests that not everybody speaks
  duties_month int         NOT NULL,
  asked_by     uuid        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, ranking_id, person_id)
);
CREATE INDEX assignment_candidates_asker ON assignment_candidates (tenant_id, asked_by, at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['crew_skills', 'assignments', 'assignment_candidates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = '
      || '(SELECT nullif(current_setting(''opslayer.tenant'', true), '''')::int))', name);
  END LOOP;
END $$;
