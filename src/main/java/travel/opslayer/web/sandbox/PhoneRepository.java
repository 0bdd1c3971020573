package travel.opslayer.web.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.message.Alias;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.outbox.SealedContent;

/** Reads what the sandbox has delivered to a phone. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class PhoneRepository {

  private final Database database;
  private final Vault vault;
  private final SealedContent contents;

  PhoneRepository(Database database, Vault vault, SealedContent contents) {
    this.database = database;
    this.vault = vault;
    this.contents = contents;
  }

  List<Map<String, Object>> shown(int tenant, Alias to, @Nullable String after) {
    var key = vault.index(tenant, "alias", to.kind().word() + ' ' + to.value());
    return database.read(
        tenant,
        sql ->
            sql.list(
                """
                SELECT m.id, m.content, m.template, m.language, m.decision_id, m.at, p.kind
                FROM aliases a
                JOIN whatsapp_messages m ON m.tenant_id = a.tenant_id
                  AND m.person_id = a.person_id AND m.direction = 'out'
                JOIN sandbox_phones p ON p.message_id = m.id
                WHERE a.tenant_id = ? AND a.kind = 'phone' AND a.key = ?
                  AND p.seq > coalesce(
                    (SELECT seq FROM sandbox_phones WHERE message_id = ?::uuid), 0)
                ORDER BY p.seq
                """,
                row -> message(tenant, to, row),
                tenant,
                key,
                uuid(after)));
  }

  private Map<String, Object> message(int tenant, Alias to, Row row) {
    var both = contents.open(tenant, row.bytes("content"));
    var kind = row.text("kind");
    var message = new LinkedHashMap<String, Object>();
    message.put("id", row.uuid("id").toString());
    message.put("to", "+" + to.value());
    message.put("kind", kind);
    message.put("template", row.text("template"));
    message.put("language", row.text("language"));
    message.put("text", both.content().text());
    if (kind.equals("template") && both.content() instanceof OutboundContent.Buttons it) {
      message.put("buttons", choices(it.choices(), false));
    }
    if (!kind.equals("template")) {
      switch (both.content()) {
        case OutboundContent.Buttons it -> message.put("buttons", choices(it.choices(), false));
        case OutboundContent.Menu it -> message.put("rows", choices(it.rows(), true));
        case OutboundContent.Text ignored -> {}
        case OutboundContent.Template ignored -> {}
      }
    }
    message.put("decision", row.uuid("decision_id").toString());
    message.put("sentAt", row.instant("at").toString());
    return message;
  }

  private static List<Map<String, String>> choices(List<Choice> choices, boolean described) {
    return choices.stream()
        .map(
            it ->
                described
                    ? Map.of("id", it.id(), "title", it.title(), "description", it.description())
                    : Map.of("id", it.id(), "title", it.title()))
        .toList();
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
