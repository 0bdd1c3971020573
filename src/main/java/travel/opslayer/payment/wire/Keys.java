package travel.opslayer.payment.wire;

import java.net.URI;
import java.util.List;

/** Checks what an operator was given by a provider. No sentence repeats a secret. */
public final class Keys {

  private Keys() {}

  /** Without what was pasted along; never blank. */
  public static String need(String what, String value) {
    if (!value.strip().matches("[!-~]+")) {
      throw new IllegalArgumentException(
          "%s is missing or has characters that none has. Maybe it was not copied whole."
              .formatted(what));
    }
    return value.strip();
  }

  /** At least one: without, nobody could tell the provider's webhooks from others'. */
  public static List<String> needSome(String what, List<String> values) {
    var given = values.stream().filter(it -> !it.isBlank()).map(it -> need(what, it)).toList();
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is missing, so nobody could tell a forged webhook. Maybe it stands beside the webhook's address."
              .formatted(what));
    }
    return given;
  }

  /** An address without a slash at its end. */
  public static URI address(String what, String value) {
    var address = value.strip().replaceAll("/+$", "");
    if (!address.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
      throw new IllegalArgumentException(
          "%s is no web address (%s). Maybe https:// is missing.".formatted(what, value));
    }
    return URI.create(address);
  }

  /** A provider's name for something, as a part of an address. */
  public static String segment(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,254}")) {
      throw new IllegalArgumentException(
          "A provider has no such name for anything (%s). Maybe it is one of ours?"
              .formatted(name));
    }
    return name;
  }
}
