package travel.opslayer.scenario;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import travel.opslayer.House;

/** TRP123 is under way: Pemba guides, Ram drives, Emma and Hannah are guests. */
abstract class PembasAlbum {

  static final String PEMBA = "+9779805550301";
  static final String RAM = "+9779805550303";
  static final String EMMA = "+12025550104";
  static final String HANNAH = "+491500000107";
  static final String SARITA = "+9779805550201";
  static final String BIKRAM = "+9779805550202";
  static final String ANITA = "+9779805550401";
  static final String DAY = "2026-11-10T";
  static final String TOKEN = "a-token-for-those-who-look-after-media";

  final House house = House.with(true, Map.of("opslayer.api-token", TOKEN));
  final Phones phones = new Phones(house);

  @AfterEach
  void close() {
    house.close();
  }

  /** A picture of its own shade and size. */
  static String picture(int width, int height, int shade) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < width; x++) {
      image.setRGB(x, x % height, shade * 1000 + x);
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static Map<String, Object> media(String kind, Object... more) {
    var media = new HashMap<String, Object>(Map.of("kind", kind));
    for (var i = 0; i < more.length; i += 2) {
      media.put((String) more[i], more[i + 1]);
    }
    return media;
  }

  void shows(String from, String id, String at, Map<String, Object> media) {
    phones.at(DAY + at);
    phones.shows(from, id, DAY + at, media);
    house.settle();
  }

  void writes(String from, String id, String at, String text) {
    phones.at(DAY + at);
    phones.quotes(from, id, null, DAY + at, text);
    answered();
  }

  void taps(String from, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.taps(from, id, choice);
    house.settle();
  }

  void answered() {
    house.settle();
    house.moveTo(house.now().plusSeconds(9));
    house.settle();
  }

  /** G0: eight pictures, the fifth of which is a card; named is the trip, where that is known. */
  void album(String caption) {
    shows(
        PEMBA,
        "G0",
        "07:40:01",
        media("image", "caption", caption, "base64", picture(400, 300, 1)));
    for (var i = 2; i <= 8; i++) {
      var card = i == 5 ? picture(856, 540, i) : picture(400, 300, i);
      shows(PEMBA, "G0-" + i, "07:40:%02d".formatted(2 * i + 4), media("image", "base64", card));
    }
    answered();
  }

  /** E1 and E2. */
  void agreesToPublish(String choice) {
    shows(
        EMMA,
        "E1",
        "07:55:12",
        media(
            "image",
            "caption",
            "omg look!! can u use this pic on insta? 😍",
            "base64",
            picture(640, 480, 77)));
    answered();
    taps(EMMA, "E2", "07:55:40", choice(EMMA, choice));
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  String choice(String phone, String action) {
    return last(phone).choices().stream()
        .filter(it -> it.startsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError(action + " is not offered: " + last(phone)));
  }

  /** What the admin API says. */
  String api(String path) {
    try {
      var request =
          java.net.http.HttpRequest.newBuilder(house.address().resolve(path))
              .header("Authorization", "Bearer " + TOKEN)
              .build();
      try (var http = java.net.http.HttpClient.newHttpClient()) {
        return http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
