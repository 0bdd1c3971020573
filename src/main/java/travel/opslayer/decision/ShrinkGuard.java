package travel.opslayer.decision;

import org.jspecify.annotations.Nullable;

/** More than a fifth of the rules or of the words is gone at once: a copy that broke off. */
final class ShrinkGuard {

  /** So few rules may always go. */
  private static final int FEW = 5;

  private @Nullable String confirmed;

  boolean isShrunk(Release inForce, Release next) {
    return areRulesGone(inForce, next) || isShrunk(words(inForce), words(next));
  }

  private static boolean areRulesGone(Release inForce, Release next) {
    return isShrunk(inForce.book().size(), next.book().size());
  }

  private static boolean isShrunk(int was, int is) {
    return was - is >= FEW && is * 5 < was * 4;
  }

  private static int words(Release release) {
    return release.phrases().size();
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
        areRulesGone(inForce, next)
            ? sentence("rules", inForce.book().size(), next.book().size())
            : sentence("phrases", words(inForce), words(next));
    var advice = "bring the others back; or, if they shall go, POST /api/v1/rules/confirm.";
    return new Problem(folder, null, null, 1, sentence, advice);
  }

  private static String sentence(String what, int was, int is) {
    return "Of %d %s in force %d would be left.".formatted(was, what, is);
  }
}
