-- How often a hold was made longer by wish, and by how much in all; a payment on its way counts apart.
ALTER TABLE core.bookings
  ADD COLUMN extended_seconds bigint NOT NULL DEFAULT 0,
  ADD COLUMN graced boolean NOT NULL DEFAULT false;
-- Until now only payments on their way did so. For all companies at once, as in V14.
ALTER TABLE core.bookings DISABLE ROW LEVEL SECURITY;
UPDATE core.bookings SET graced = true, extended = 0 WHERE extended > 0;
ALTER TABLE core.bookings ENABLE ROW LEVEL SECURITY;
