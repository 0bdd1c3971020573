package travel.opslayer.approval;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Vote.Counted;
import travel.opslayer.approval.Vote.Decided;
import travel.opslayer.approval.Vote.NotCounted;
import travel.opslayer.approval.Vote.Why;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/**
 * Requests that others have to agree to. Nobody agrees to their own, nobody twice, nobody to
 * something else than what was asked; the last that is needed decides, once.
 */
@Singleton
public final class Approvals {

  private static final String DETAIL = "approvals.detail";
  private static final String NOTE = "approval_votes.note";

  private final ApprovalRepository rows;
  private final Vault vault;
  private final Deputies deputies;

  Approvals(ApprovalRepository rows, Vault vault, Deputies deputies) {
    this.deputies = deputies;
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * What is asked.
   *
   * @param content all that matters of it, in words; kept as a hash
   * @param detail for those who decide; may name people
   * @param worth how much it is about, so that rules can tell small from large; null where it is
   *     not about money
   */
  public record Request(
      String subject,
      String action,
      String content,
      String detail,
      UUID requestedBy,
      String role,
      int quorum,
      Instant expiresAt,
      @Nullable Worth worth) {

    /** One that is not about money. */
    public Request(
        String subject,
        String action,
        String content,
        String detail,
        UUID requestedBy,
        String role,
        int quorum,
        Instant expiresAt) {
      this(subject, action, content, detail, requestedBy, role, quorum, expiresAt, null);
    }

    /** The same, worth so much. */
    public Request worth(long minor, String currency) {
      return worth(new Worth(minor, currency, null));
    }

    /** The same, worth so much. */
    public Request worth(Worth much) {
      return new Request(
          subject, action, content, detail, requestedBy, role, quorum, expiresAt, much);
    }

    /** Never the detail: it is personal, and this text may reach a log. */
    @Override
    public String toString() {
      return action + " of " + subject;
    }
  }

  /**
   * How much it is about.
   *
   * @param minor in minor units of the currency, such as cents
   * @param currency ISO 4217
   * @param figure the number by which people name it, such as 10 of 10 %; null where it is the sum
   */
  public record Worth(long minor, String currency, @Nullable String figure) {}

  /** Somebody whose word was counted. */
  public record Voter(UUID person, boolean yes, Instant at) {}

  /** The same id again is the same request; what is asked already is not asked twice. */
  public Approval ask(Sql sql, int tenant, UUID id, Request request, Instant now) {
    var sealed = vault.seal(tenant, DETAIL, request.detail());
    return rows.ask(sql, tenant, id, request, hash(request.content()), sealed, now);
  }

  public Optional<Approval> byCode(Sql sql, int tenant, String code) {
    return byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  public List<Approval> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return rows.byCodes(sql, tenant, codes);
  }

  /** Who decides for whom. */
  public Deputies deputies() {
    return deputies;
  }

  /** All that wait now, the oldest first. */
  public List<Approval> open(Sql sql, int tenant, Instant now) {
    return rows.open(sql, tenant, now);
  }

  /** In the order in which they gave their word. */
  public List<Voter> voters(Sql sql, int tenant, Approval approval) {
    return rows.voters(sql, tenant, approval.id());
  }

  /** Ids of those that wait and on which they have given their word. */
  public List<UUID> votedBy(Sql sql, int tenant, UUID person) {
    return rows.votedBy(sql, tenant, person);
  }

  /** Whoever has taken it back; empty when it was not, or when nobody did it by hand. */
  public Optional<UUID> withdrawnBy(Sql sql, int tenant, Approval approval) {
    return rows.withdrawnBy(sql, tenant, approval.id());
  }

  /** Whoever asked takes it back. Empty when it has ended before. */
  public Optional<Approval> withdraw(
      Sql sql, int tenant, Approval approval, UUID person, Instant now) {
    return cancel(sql, tenant, approval, now)
        .map(it -> rows.withdrawn(sql, tenant, it.id(), person));
  }

  /** Those about an object that wait, the oldest first. */
  public List<Approval> openAbout(Sql sql, int tenant, String subject) {
    return rows.openAbout(sql, tenant, subject);
  }

  public String detail(Sql sql, int tenant, Approval approval) {
    return vault.openText(tenant, DETAIL, rows.detail(sql, tenant, approval.id()));
  }

  /**
   * A word for or against. One against is enough.
   *
   * @param roles of the person, as the company has given them
   * @param content what it is about as it is now, in the words of the request
   */
  public Vote vote(
      Sql sql,
      int tenant,
      UUID turn,
      Approval approval,
      UUID person,
      Set<String> roles,
      boolean yes,
      @Nullable String note,
      String content,
      Instant now) {
    var locked = rows.lock(sql, tenant, approval.id());
    var why = whyNot(sql, tenant, turn, locked, person, roles, yes, content, now);
    if (why.isPresent()) {
      return new NotCounted(locked, why.get());
    }
    rows.vote(
        sql,
        tenant,
        locked.id(),
        person,
        yes,
        note == null ? null : vault.seal(tenant, NOTE, note),
        turn,
        now);
    var votes = rows.byCodes(sql, tenant, List.of(locked.code())).getFirst().votes();
    if (!yes) {
      return new Decided(rows.end(sql, tenant, locked.id(), Approval.REJECTED, now));
    }
    return votes >= locked.quorum()
        ? new Decided(rows.end(sql, tenant, locked.id(), Approval.APPROVED, now))
        : new Counted(
            rows.byCodes(sql, tenant, List.of(locked.code())).getFirst(), locked.quorum() - votes);
  }

  private Optional<Why> whyNot(
      Sql sql,
      int tenant,
      UUID turn,
      Approval approval,
      UUID person,
      Set<String> roles,
      boolean yes,
      String content,
      Instant now) {
    if (!approval.stateAt(now).equals(Approval.PENDING)) {
      return Optional.of(Why.OVER);
    }
    if (yes && approval.requestedBy().equals(person)) {
      return Optional.of(Why.OWN_REQUEST);
    }
    if (!roles.contains(approval.role())) {
      return Optional.of(Why.WRONG_ROLE);
    }
    if (yes && !hash(content).equals(approval.content())) {
      return Optional.of(Why.CHANGED);
    }
    return rows.hasVoted(sql, tenant, approval.id(), person)
        ? Optional.of(Why.VOTED_ALREADY)
        : Optional.empty();
  }

  /** It is not asked any more. Empty when it has ended before. */
  public Optional<Approval> cancel(Sql sql, int tenant, Approval approval, Instant now) {
    return endOpen(sql, tenant, approval, Approval.CANCELLED, now);
  }

  /** Its time is over. Empty when it has ended before, or when it is too early. */
  public Optional<Approval> expire(Sql sql, int tenant, Approval approval, Instant now) {
    return approval.expiresAt().isAfter(now)
        ? Optional.empty()
        : endOpen(sql, tenant, approval, Approval.EXPIRED, now);
  }

  /**
   * Asked once more, until another moment. Empty when it was decided, or is asked anew elsewhere:
   * what people have decided is not asked again.
   */
  public Optional<Approval> reopen(Sql sql, int tenant, Approval approval, Instant until) {
    var state = rows.lock(sql, tenant, approval.id()).state();
    var ended = state.equals(Approval.CANCELLED) || state.equals(Approval.EXPIRED);
    return ended ? rows.reopen(sql, tenant, approval.id(), until) : Optional.empty();
  }

  private Optional<Approval> endOpen(
      Sql sql, int tenant, Approval approval, String state, Instant now) {
    return rows.lock(sql, tenant, approval.id()).state().equals(Approval.PENDING)
        ? Optional.of(rows.end(sql, tenant, approval.id(), state, now))
        : Optional.empty();
  }

  private static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has no SHA-256", e);
    }
  }
}
