package travel.opslayer.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.QuoteRepository.Quote;

/** What was offered to customers. */
@Controller("/api/v1/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "quotes")
@SecurityRequirement(name = "token")
final class QuoteController {

  private final QuoteRepository rows;

  QuoteController(QuoteRepository rows) {
    this.rows = rows;
  }

  /**
   * Quotes, each as its newest revision, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Quote> quotes(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as Q-118
   */
  @Get("/{id}")
  Quote quote(@PathVariable String id) {
    return rows.one(id);
  }
}
