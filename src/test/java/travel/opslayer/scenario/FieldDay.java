package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import travel.opslayer.House;
import travel.opslayer.timer.DueTimers;

/** A day in the field: the phones of the crew, the office and the guests. */
abstract class FieldDay {

  static final String PEMBA = "+9779805550301";
  static final String DAWA = "+9779805550302";
  static final String RAM = "+9779805550303";
  static final String MINGMA = "+9779805550304";
  static final String BIKRAM = "+9779805550202";
  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";
  static final String TOM = "+447700900103";
  private static final String TOKEN = "a-token-for-those-who-look-at-figures";
  static final String DAY = "2026-11-10T";

  final House house = House.with(true, Map.of("opslayer.api-token", TOKEN));
  final Phones phones = new Phones(house);

  @AfterEach
  void close() {
    house.close();
  }

  /** Written and received at this time of the day, and answered. */
  void writes(String phone, String id, String at, String text) {
    phones.at(DAY + at);
    phones.quotes(phone, id, null, DAY + at, text);
    settle();
  }

  void taps(String phone, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.tapsAt(phone, id, DAY + at, choice);
    settle();
  }

  /** The clock goes on, and what is due comes. */
  void clock(String at) {
    phones.at(DAY + at);
    DueTimers.fire(house);
    settle();
  }

  void settle() {
    house.settle();
    house.move(java.time.Duration.ofSeconds(5));
    house.settle();
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  /** What they tap below the last message, of all that begin so. */
  String choice(String phone, String action) {
    return last(phone).choices().stream()
        .filter(it -> it.startsWith(action))
        .findFirst()
        .orElseThrow();
  }

  List<String> told(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::template).toList();
  }

  String trip(String column) {
    return at("SELECT %s FROM trips WHERE code = 'TRP123'".formatted(column));
  }

  /** A figure that the office looks at. */
  long metric(String name) {
    var request =
        HttpRequest.newBuilder(house.address().resolve("/api/v1/metrics"))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString()).body();
      var found = Pattern.compile("\"name\":\"" + name + "\",\"value\":(\\d+)").matcher(answer);
      assertThat(found.find()).as(answer).isTrue();
      return Long.parseLong(found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** On the clocks there, where it is a time. */
  String at(String sql) {
    return house.column(sql).getFirst();
  }

  void said(String phone, String template, String... parts) {
    assertThat(last(phone).template()).isEqualTo(template);
    assertThat(List.of(parts)).allSatisfy(it -> assertThat(last(phone).text()).contains(it));
  }
}
