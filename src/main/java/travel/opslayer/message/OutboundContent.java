package travel.opslayer.message;

import java.util.List;

/** What we say, ready to leave. */
public sealed interface OutboundContent {

  /** The word for this kind in the API. */
  String kind();

  /** What the reader reads first. */
  String text();

  /** Plain words. */
  record Text(String text) implements OutboundContent {

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String toString() {
      return "text";
    }
  }

  /** Words with up to three buttons. */
  record Buttons(String text, List<Choice> choices) implements OutboundContent {

    public Buttons {
      choices = List.copyOf(choices);
    }

    @Override
    public String kind() {
      return "buttons";
    }

    @Override
    public String toString() {
      return "buttons";
    }
  }

  /**
   * Words with a menu of up to ten rows.
   *
   * @param opener the title of the button that opens the menu
   */
  record Menu(String text, String opener, List<Choice> rows) implements OutboundContent {

    public Menu {
      rows = List.copyOf(rows);
    }

    @Override
    public String kind() {
      return "list";
    }

    @Override
    public String toString() {
      return "list";
    }
  }

  /**
   * A text that the provider has approved, for people who have not written for 24 hours.
   *
   * @param name as registered with the provider
   * @param language as registered with the provider
   * @param values in the order of the placeholders
   * @param text the same, filled in, for our own records
   * @param choices of its buttons: the titles are the provider's, the ids are ours
   */
  record Template(
      String name, String language, List<String> values, String text, List<Choice> choices)
      implements OutboundContent {

    public Template {
      values = List.copyOf(values);
      choices = List.copyOf(choices);
    }

    /** One without buttons. */
    public Template(String name, String language, List<String> values, String text) {
      this(name, language, values, text, List.of());
    }

    @Override
    public String kind() {
      return "template";
    }

    @Override
    public String toString() {
      return "template";
    }
  }

  /**
   * One thing to tap.
   *
   * @param id comes back with the tap; up to 200 characters
   * @param title up to 20 characters on a button, 24 in a menu
   * @param description up to 72 characters, in a menu only; may be empty
   */
  record Choice(String id, String title, String description) {

    public static Choice button(String id, String title) {
      return new Choice(id, title, "");
    }

    @Override
    public String toString() {
      return "choice";
    }
  }
}
