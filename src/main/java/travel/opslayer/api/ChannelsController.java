package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;

/** The lines that people write to. */
@Controller("/api/v1/channels")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "channels")
@SecurityRequirement(name = "token")
final class ChannelsController {

  private final Channels channels;
  private final PageRepository lists;

  ChannelsController(Channels channels, PageRepository lists) {
    this.channels = channels;
    this.lists = lists;
  }

  /**
   * One business number.
   *
   * @param id its name, as in the address of its webhook
   * @param code the same
   * @param state open
   * @param provider meta, twilio, 360dialog or sandbox
   */
  @Serdeable
  @Schema(name = "Channel")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Line(String id, String code, String state, String provider) {}

  /**
   * Channels, by name.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Line> channels(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return lists.page("channels", all(), Line::id, limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its name
   */
  @Get("/{id}")
  Line channel(@PathVariable String id) {
    return all().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("channels", id));
  }

  private List<Line> all() {
    return channels.of(lists.tenant()).stream()
        .map(it -> new Line(it.name(), it.name(), "open", it.channel().provider()))
        .toList();
  }
}
