package travel.opslayer.database.embedded;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads the connection pool to the embedded database, as soon as there is one. */
@Singleton
@Requires(beans = LocalDatabase.class)
final class LocalDataSource implements BeanInitializedEventListener<DatasourceConfiguration> {

  private static final Logger LOG = LoggerFactory.getLogger(LocalDataSource.class);

  private final LocalDatabase database;

  LocalDataSource(LocalDatabase database) {
    this.database = database;
  }

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    var postgres = database.postgres();
    LOG.info("The embedded database runs as process {}.", postgres.postmasterPid());
    var pool = event.getBean();
    pool.setUrl(postgres.jdbcUrl());
    pool.setUsername(postgres.username());
    pool.setPassword(postgres.password());
    return pool;
  }
}
