-- What a seat costs the company itself: for those who decide about discounts, never for customers.
ALTER TABLE core.departures ADD COLUMN cost_minor bigint;
