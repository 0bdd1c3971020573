package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.kie.internal.io.ResourceFactory;

/**
 * Makes a rule base of DRL as Drools itself compiles it: what the service builds node by node has
 * to say the same. Not by KieHelper: builders in parallel swap their rules.
 */
final class RuleCompiler {

  static final String PACKAGE = "rules";
  static final String DECISION = "decision";
  static final String SOURCE = "src";

  private RuleCompiler() {}

  static KieBase compile(String rules, ClassLoader situation) {
    var settings = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(situation);
    settings.setOption(LanguageLevelOption.DRL6);
    var builder = KnowledgeBuilderFactory.newKnowledgeBuilder(settings);
    var text = ResourceFactory.newReaderResource(new StringReader(rules), UTF_8.name());
    builder.add(text, ResourceType.DRL);
    if (builder.hasErrors()) {
      throw new IllegalArgumentException(builder.getErrors().toString());
    }
    var base =
        KnowledgeBaseFactory.newKnowledgeBase(
            RuleBaseFactory.newKnowledgeBaseConfiguration(null, situation));
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }
}
