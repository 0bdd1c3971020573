package travel.opslayer.timer;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;

/** Plain text, so that the table can be read by people and no class name is stored. */
final class TextSerializer implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    return String.valueOf(data).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] stored) {
    return type.cast(new String(stored, StandardCharsets.UTF_8));
  }
}
