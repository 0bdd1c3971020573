package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.conversation.Turn;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.outbox.SealedContent;

/** Finds the choices that somebody was shown last. */
@Singleton
final class ShownRepository {

  private final SealedContent sealed;
  private final Vault vault;

  ShownRepository(SealedContent sealed, Vault vault) {
    this.sealed = sealed;
    this.vault = vault;
  }

  private record Shown(UUID turn, byte[] content) {}

  /**
   * By turn, of each message its choices: of the quoted one, else of the last three that had any,
   * the newest first.
   *
   * @param since older ones are not looked at, unless they are quoted
   */
  Map<UUID, List<List<Choice>>> of(Sql sql, int tenant, List<Turn> turns, Instant since) {
    var all = new HashMap<UUID, List<List<Choice>>>();
    var found =
        sql.list(
            """
            SELECT k.turn, m.content
            FROM unnest(?, ?, ?) AS k(turn, conversation, quoted)
            CROSS JOIN LATERAL (
              SELECT w.content, w.at FROM whatsapp_messages w
              WHERE w.tenant_id = ? AND w.conversation_id = k.conversation
                AND w.direction = 'out' AND w.kind IN ('buttons', 'list') AND w.at > ?
                AND k.quoted = ''
              UNION ALL
              SELECT w.content, w.at FROM outbox o JOIN whatsapp_messages w
                ON w.tenant_id = o.tenant_id AND w.id = o.id AND w.at = o.message_at
              WHERE o.tenant_id = ? AND o.provider_key = k.quoted AND k.quoted <> ''
                AND w.conversation_id = k.conversation
              ORDER BY at DESC LIMIT 3) m
            """,
            row -> new Shown(row.uuid("turn"), row.bytes("content")),
            Sql.array("uuid", turns.stream().map(Turn::id).toList()),
            Sql.array("uuid", turns.stream().map(it -> it.contact().id()).toList()),
            Sql.array("bytea", turns.stream().map(it -> key(tenant, it)).toList()),
            tenant,
            since,
            tenant);
    for (var it : found) {
      all.computeIfAbsent(it.turn(), _ -> new ArrayList<>())
          .add(choices(sealed.open(tenant, it.content()).content()));
    }
    return all;
  }

  private byte[] key(int tenant, Turn turn) {
    return turn.quoted()
        .map(it -> vault.index(tenant, "provider", it))
        .orElseGet(() -> new byte[0]);
  }

  private static List<Choice> choices(OutboundContent content) {
    return switch (content) {
      case OutboundContent.Buttons it -> it.choices();
      case OutboundContent.Menu it -> it.rows();
      case OutboundContent.Text _, OutboundContent.Template _ -> List.of();
    };
  }
}
