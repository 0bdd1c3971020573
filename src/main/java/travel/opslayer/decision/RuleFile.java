package travel.opslayer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** A file of the rule folder as its author saved it. */
public final class RuleFile {

  private final String name;
  private final byte[] bytes;

  /**
   * @param name path under the folder, with forward slashes
   * @param bytes given away, not copied
   */
  public RuleFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Adds name and content, so that no two sets of files read alike. */
  public void into(MessageDigest digest) {
    digest.update((name + "\n" + bytes.length + "\n").getBytes(UTF_8));
    digest.update(bytes);
  }
}
