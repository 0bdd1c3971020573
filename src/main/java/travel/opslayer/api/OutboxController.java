package travel.opslayer.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.OutboxRepository.Parcel;
import travel.opslayer.outbox.Outbox;

/** What we owe to people. */
@Controller("/api/v1/outbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "outbox")
@SecurityRequirement(name = "token")
final class OutboxController {

  private final OutboxRepository rows;
  private final Outbox outbox;
  private final InstantSource clock;

  OutboxController(OutboxRepository rows, Outbox outbox, InstantSource clock) {
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Outgoing messages and where each stands, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Parcel> parcels(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id of the message
   */
  @Get("/{id}")
  Parcel parcel(@PathVariable String id) {
    return rows.one(id);
  }

  /**
   * Sends a message of unknown or rejected outcome once more. Whoever asks has made sure that it is
   * wanted: the provider may have it already.
   *
   * @param id of the message
   */
  @Post("/{id}/retry")
  Parcel retry(@PathVariable String id) {
    var parcel = rows.one(id);
    if (outbox.retry(rows.tenant(), parcel.message(), clock.instant()) || parcel.isOpen()) {
      return rows.one(id);
    }
    throw new Refusal(
        HttpStatus.CONFLICT,
        "The provider has taken this message (%s). Maybe look at its state among the messages."
            .formatted(parcel.state()));
  }
}
