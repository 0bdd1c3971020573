package travel.opslayer.decision;

import org.jspecify.annotations.Nullable;

/** More than a fifth of the rules is gone at once: a copy that broke off, rather than a wish. */
final class ShrinkGuard {

  /** So few rules may always go. */
  private static final int FEW = 5;

  private @Nullable String confirmed;

  boolean isShrunk(Release inForce, Release next) {
    var was = inForce.book().size();
    var is = next.book().size();
    return was - is >= FEW && is * 5 < was * 4;
  }

  /** Somebody has looked at the folder of this fingerprint, and it is what they want. */
  void confirm(String fingerprint) {
    confirmed = fingerprint;
  }

  boolean isConfirmed(String fingerprint) {
    return fingerprint.equals(confirmed);
  }

  Problem problem(String folder, Release inForce, Release next) {
    var sentence =
        "Of %d rules in force %d would be left."
            .formatted(inForce.book().size(), next.book().size());
    var advice = "bring the others back; or, if they shall go, POST /api/v1/rules/confirm.";
    return new Problem(folder, null, null, 1, sentence, advice);
  }
}
