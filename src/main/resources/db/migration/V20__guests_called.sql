-- Guests who are missed when a trip starts, and one guide who leads it.

-- A missing party is asked once where they are, and waited for.
ALTER TABLE trip_guests
  ADD COLUMN asked_at timestamptz;
CREATE INDEX trip_guests_called ON trip_guests (tenant_id, person_id)
  WHERE asked_at IS NOT NULL AND state = 'expected';

-- Two leads are as bad as none.
CREATE UNIQUE INDEX crew_one_lead ON crew (tenant_id, trip)
  WHERE role = 'lead' AND state IN ('accepted', 'checked_in');
