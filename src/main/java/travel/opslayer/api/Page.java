package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, the newest first.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the page after this one; null on the last one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Page<T>(List<T> items, @Nullable String next) {

  Page {
    items = List.copyOf(items);
  }
}
