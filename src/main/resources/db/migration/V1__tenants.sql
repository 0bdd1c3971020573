CREATE TABLE tenants (
  id int PRIMARY KEY,
  code text UNIQUE NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  language text NOT NULL
);
