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
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.DeadLetterRepository.Letter;
import travel.opslayer.inbox.DeadLetters;

/** What came in and could not be used. */
@Controller("/api/v1/dead-letters")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "dead-letters")
@SecurityRequirement(name = "token")
final class DeadLettersController {

  private final DeadLetterRepository rows;
  private final DeadLetters letters;

  DeadLettersController(DeadLetterRepository rows, DeadLetters letters) {
    this.rows = rows;
    this.letters = letters;
  }

  /**
   * Dead letters, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Letter> deadLetters(
      @Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its id
   */
  @Get("/{id}")
  Letter deadLetter(@PathVariable String id) {
    return rows.one(id);
  }

  /**
   * Takes a dead letter once more: its event gets another turn, or its body is read again. Twice is
   * harmless.
   *
   * @param id its id
   */
  @Post("/{id}/replay")
  Letter replay(@PathVariable String id) {
    var letter = rows.one(id);
    return switch (letters.replay(rows.tenant(), letter.id())) {
      case DeadLetters.Replay.Taken ignored -> rows.one(id);
      case DeadLetters.Replay.Unreadable(var reason) ->
          throw new Refusal(HttpStatus.CONFLICT, "It still cannot be read: " + reason);
    };
  }
}
