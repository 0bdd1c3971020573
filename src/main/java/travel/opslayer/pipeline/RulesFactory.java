package travel.opslayer.pipeline;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import travel.opslayer.action.ActionRunner;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.TermSource;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Reader;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleLedger;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.facts.FactCollector;
import travel.opslayer.facts.Rota;
import travel.opslayer.reply.TemplateShelf;
import travel.opslayer.settings.Settings;
import travel.opslayer.tenant.Tenants;

/** Puts the rules together: the folder on disk, the words they may use, the release in force. */
@Factory
final class RulesFactory {

  /** The roles are audiences too, and so is whoever the turn is with. */
  private static final List<String> AUDIENCES =
      List.of("sales", "operations", "field", "manager", "contact");

  /** Of these only those are told who are on duty. Who decides is named by a table, as a role. */
  private static final List<String> ON_DUTY =
      Stream.of("sales", "operations", "field", "manager", "approver", "decider")
          .map(Rota::onDutyOf)
          .toList();

  private static final Names NAMES =
      Names.NONE.with(Form.ACTION, "wish").with(new OneOf(Deciding.COUNTS_WORDS), Deciding.COUNTS);

  @Singleton
  RuleTerms terms(
      FactCollector facts,
      ActionRunner actions,
      TemplateShelf templates,
      List<TermSource> sources) {
    return () ->
        new Terms(
            facts.vocabulary(),
            actions.actions(),
            templates.names(),
            words(sources, TermSource::timers),
            Stream.of(AUDIENCES, ON_DUTY, words(sources, TermSource::audiences))
                .flatMap(List::stream)
                .toList(),
            words(sources, TermSource::states),
            sources.stream().map(TermSource::names).reduce(NAMES, Names::and));
  }

  /** Every release is kept before it is asked for the first time. */
  @Singleton
  RuleFolder folder(
      Settings settings,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleShelf shelf,
      RuleLedger ledger,
      Tenants tenants,
      InstantSource clock) {
    return new RuleFolder(
        settings.rules(),
        maker,
        terms::words,
        shelf,
        clock,
        () -> tenants.get(Channels.FIRST_TENANT).zone(),
        (release, files) ->
            tenants.all().forEach(it -> ledger.fromFolder(it.id(), release, files)));
  }

  /** For questions about what was decided, or would be. */
  @Singleton
  PastReleases past(Reader reader, RuleTerms terms, ReleaseRepository releases) {
    return new PastReleases(reader, terms::words, releases);
  }

  @Singleton
  Rollback rollback(
      ReleaseRepository releases,
      RuleLedger ledger,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleFolder folder,
      InstantSource clock) {
    return new Rollback(releases, ledger, maker, terms::words, folder, clock);
  }

  private static List<String> words(
      List<TermSource> sources, Function<TermSource, List<String>> part) {
    return sources.stream().flatMap(it -> part.apply(it).stream()).distinct().toList();
  }
}
