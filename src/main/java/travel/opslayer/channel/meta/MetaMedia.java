package travel.opslayer.channel.meta;

import java.net.URI;
import java.net.http.HttpRequest;
import travel.opslayer.channel.Fetched;
import travel.opslayer.channel.MediaCall;
import travel.opslayer.channel.cloudapi.CloudMediaAnswer;

/**
 * Gets what people have shown from Meta in two steps: the id gives an address that is good for five
 * minutes, so each try begins with the first.
 */
final class MetaMedia {

  /** Meta answers nobody who does not say what they are. */
  private static final String AGENT = "opslayer";

  private static final long LONGEST_ANSWER = 1 << 16;

  private final MetaSettings settings;
  private final MediaCall call;

  MetaMedia(MetaSettings settings, MediaCall call) {
    this.settings = settings;
    this.call = call;
  }

  Fetched fetch(String mediaId, long most) {
    if (!mediaId.matches("[0-9A-Za-z_-]+")) {
      return new Fetched.Gone("It is no id of Meta's.");
    }
    return switch (call.get(request(settings.media(mediaId)), LONGEST_ANSWER)) {
      case Fetched.Bytes(var json) -> from(json, most);
      case Fetched.TooBig ignored -> new Fetched.TryLater("The answer is no address.");
      case Fetched.Gone it -> it;
      case Fetched.TryLater it -> it;
    };
  }

  private Fetched from(byte[] json, long most) {
    var found = CloudMediaAnswer.of(json);
    if (found.isEmpty()) {
      return new Fetched.TryLater("The answer is no address.");
    }
    var place = found.get();
    if (place.size() > most) {
      return new Fetched.TooBig(place.size());
    }
    return settings.isHome(place.url())
        ? call.get(request(place.url()), most)
        : new Fetched.Gone("The address is not Meta's.");
  }

  private HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + settings.accessToken())
        .header("User-Agent", AGENT)
        .GET()
        .build();
  }
}
