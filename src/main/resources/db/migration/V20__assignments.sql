-- Who may do what on a trip, how work on it is offered, and guests who are called.

-- What colleagues can do beside their role: lead_licence, first_aid, driver.
CREATE TABLE qualifications (
  tenant_id int  NOT NULL,
  person_id uuid NOT NULL,
  name      text NOT NULL,
  until     date,          -- the last day it counts; null for ever
  PRIMARY KEY (tenant_id, person_id, name)
);

ALTER TABLE crew
  ADD COLUMN wants_out_at timestamptz, -- they want to be released; until somebody else is found they stay
  ADD COLUMN replaces     uuid,        -- whose work it will be instead, once it is accepted
  ADD COLUMN asked_by     uuid,        -- who has it offered
  ADD COLUMN max_guests   int CHECK (max_guests > 0), -- the condition of whoever approved it
  ADD COLUMN approval     text,        -- code of the approval, where a rule was overridden
  ADD COLUMN ranking      text;        -- how everybody stood when it was offered, as JSON

-- Two leads are as bad as none.
CREATE UNIQUE INDEX crew_one_lead ON crew (tenant_id, trip)
  WHERE role = 'lead' AND state IN ('accepted', 'checked_in');

-- A missing party is called once, and waited for.
ALTER TABLE trip_guests
  ADD COLUMN asked_at timestamptz;
CREATE INDEX trip_guests_called ON trip_guests (tenant_id, person_id)
  WHERE asked_at IS NOT NULL AND state = 'expected';

DO $$
BEGIN
  ALTER TABLE qualifications ENABLE ROW LEVEL SECURITY;
  ALTER TABLE qualifications FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON qualifications USING (tenant_id =
    (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
END $$;
