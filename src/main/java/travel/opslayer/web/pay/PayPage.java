package travel.opslayer.web.pay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few pages that we show ourselves to whoever follows a link to pay, in their language. */
final class PayPage {

  private static final String ENGLISH = "en";

  private static final Map<String, Properties> TEXTS =
      List.of(ENGLISH, "es", "hi", "ne").stream()
          .collect(Collectors.toMap(Function.identity(), PayPage::read));

  private PayPage() {}

  /**
   * @param name nothing, paid, over, later
   * @param spoken the language of the customer, as far as it is known
   * @param accepted what their browser asks for
   */
  static String html(String name, @Nullable String spoken, @Nullable String accepted) {
    var language = language(spoken == null ? accepted(accepted) : spoken);
    var texts = Objects.requireNonNull(TEXTS.get(language));
    var title = texts.getProperty(name + ".title");
    return """
    <!doctype html>
    <html lang="%s">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%s</title>
    <style>body{font:1.1rem/1.5 system-ui;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
    <main><h1>%s</h1><p>%s</p></main>
    </html>
    """
        .formatted(language, title, title, texts.getProperty(name + ".text"));
  }

  /** The first language that a browser names; what it cannot have meant is none. */
  private static String accepted(@Nullable String header) {
    try {
      return header == null || header.isBlank()
          ? ENGLISH
          : Locale.LanguageRange.parse(header).getFirst().getRange();
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }

  private static String language(String tag) {
    var language = Locale.forLanguageTag(tag).getLanguage();
    return TEXTS.containsKey(language) ? language : ENGLISH;
  }

  private static Properties read(String language) {
    var texts = new Properties();
    try (var in =
        Objects.requireNonNull(
            PayPage.class.getResourceAsStream("/web/pay/" + language + ".properties"))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
