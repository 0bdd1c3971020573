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
import travel.opslayer.api.MediaRepository.Media;

/** What people have shown: what became of it, never the picture. */
@Controller("/api/v1/media")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "media")
@SecurityRequirement(name = "token")
final class MediaController {

  private final MediaRepository rows;

  MediaController(MediaRepository rows) {
    this.rows = rows;
  }

  /**
   * What was shown, the newest first; the same file of the same person is one.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Media> media(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as MD-7
   */
  @Get("/{id}")
  Media mediaItem(@PathVariable String id) {
    return rows.one(id);
  }
}
