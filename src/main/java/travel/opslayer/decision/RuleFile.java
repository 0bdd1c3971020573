package travel.opslayer.decision;

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
}
