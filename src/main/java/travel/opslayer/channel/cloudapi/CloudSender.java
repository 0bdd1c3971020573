package travel.opslayer.channel.cloudapi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Sender;

/**
 * Who wrote a message. Nobody is guessed: a contact that stands beside the message is the sender
 * only where an identifier says so, or where there is no other and none that disagrees.
 *
 * @param parent the id that linked business portfolios share
 */
record CloudSender(@Nullable String phone, @Nullable String bsuid, @Nullable String parent) {
  private static final Pattern PHONE = Pattern.compile("\\+?([0-9]{3,15})");
  private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");

  static Optional<Sender> of(Node message, List<Node> contacts) {
    var told = told(message);
    var contact = told.contact(contacts);
    var all = contact.map(it -> told.with(contact(it))).orElse(told);
    return all.aliases().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sender(
                all.aliases(), contact.map(it -> it.at("profile").at("name").text()).orElse(null)));
  }

  /** The name of a contact that stands in an answer to a send. */
  static @Nullable Alias aliasOf(Node contact) {
    return contact(contact).aliases().stream().findFirst().orElse(null);
  }

  /** A message about a changed number may have no sender; its subject is the one it is about. */
  private static CloudSender told(Node message) {
    var told = read(message, "from", "from_user_id", "from_parent_user_id");
    return told.isNobody() && message.at("type").textOr("").equals("system")
        ? contact(message.at("system"))
        : told;
  }

  private static CloudSender contact(Node contact) {
    return read(contact, "wa_id", "user_id", "parent_user_id");
  }

  /** A business-scoped id may stand where the phone number is expected. */
  private static CloudSender read(Node node, String phone, String bsuid, String parent) {
    var id = bsuid(node.at(bsuid));
    return new CloudSender(
        phone(node.at(phone)), id == null ? bsuid(node.at(phone)) : id, bsuid(node.at(parent)));
  }

  private static @Nullable String phone(Node node) {
    var phone = PHONE.matcher(node.textOr(""));
    return phone.matches() ? phone.group(1) : null;
  }

  private static @Nullable String bsuid(Node node) {
    var id = node.text();
    return id != null && BSUID.matcher(id).matches() ? id : null;
  }

  private boolean isNobody() {
    return phone == null && bsuid == null;
  }

  private Optional<Node> contact(List<Node> contacts) {
    return contacts.stream()
        .filter(it -> isSame(contact(it)))
        .findFirst()
        .or(
            () ->
                contacts.stream()
                    .filter(it -> contacts.size() == 1 && agrees(contact(it)))
                    .findFirst());
  }

  private boolean isSame(CloudSender other) {
    return (phone != null && phone.equals(other.phone))
        || (bsuid != null && bsuid.equals(other.bsuid));
  }

  private boolean agrees(CloudSender other) {
    return isNobody() || (other.phone == null && (bsuid == null || other.bsuid == null));
  }

  private CloudSender with(CloudSender other) {
    return new CloudSender(
        phone == null ? other.phone : phone,
        bsuid == null ? other.bsuid : bsuid,
        parent == null ? other.parent : parent);
  }

  private List<Alias> aliases() {
    return Stream.concat(
            Stream.ofNullable(phone).map(Alias::phone),
            Stream.of(Optional.ofNullable(bsuid), Optional.ofNullable(parent))
                .flatMap(Optional::stream)
                .map(Alias::bsuid))
        .distinct()
        .toList();
  }

  /** Never the values: they are personal. */
  @Override
  public String toString() {
    return "sender";
  }
}
