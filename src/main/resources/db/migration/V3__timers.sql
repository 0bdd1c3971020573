-- The table of db-scheduler, as its documentation gives it for PostgreSQL.
CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- How far the sandbox has moved the clock, so that a restart finds it there.
CREATE TABLE sandbox_clock (
  id    int    PRIMARY KEY CHECK (id = 1),
  ahead bigint NOT NULL -- milliseconds before or after the machine's clock
);

-- A word sealed with the keys of this database: whoever cannot open it has other keys.
CREATE TABLE key_canary (
  id     int   PRIMARY KEY CHECK (id = 1),
  canary bytea NOT NULL
);

-- What the sandbox has delivered, in order; whether the service knows of it or not.
CREATE TABLE sandbox_phones (
  seq        bigint GENERATED ALWAYS AS IDENTITY,
  message_id uuid PRIMARY KEY,
  kind       text NOT NULL -- the form that left: free text, or the approved template
);
