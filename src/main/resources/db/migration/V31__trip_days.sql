-- Where a trip of several days is meant to be on each of them.

CREATE TABLE trip_days (
  tenant_id   int     NOT NULL,
  trip        text    NOT NULL,
  day         date    NOT NULL, -- in the zone of the trip
  place       text    NOT NULL, -- where they sleep, or the farthest that they go
  weak_signal boolean NOT NULL, -- whoever is there may not be heard for a while
  PRIMARY KEY (tenant_id, trip, day),
  FOREIGN KEY (tenant_id, trip) REFERENCES trips
);

ALTER TABLE trip_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE trip_days FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON trip_days USING (tenant_id =
  (SELECT nullif(current_setting('opslayer.tenant', true), '')::int));
