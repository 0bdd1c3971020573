package travel.opslayer.pipeline;

import java.time.Instant;
import java.util.List;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.tenant.Tenants;

/** Keeps the files of every release before it is asked for the first time. */
record KeepingMaker(ReleaseMaker maker, ReleaseRepository releases, Tenants tenants)
    implements ReleaseMaker {

  @Override
  public Outcome make(List<RuleFile> files, Terms terms, Instant since) {
    var outcome = maker.make(files, terms, since);
    if (outcome instanceof Made(var release)) {
      tenants.all().forEach(it -> releases.save(it.id(), release.hash(), files, since));
    }
    return outcome;
  }
}
