package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.List;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Verb;

/** Reads what a rule says: {@code decision.verb("word", "word");}, once or several times. */
final class ThenReader {

  private static final int MOST = 20;

  private final DrlTokens tokens;
  private final Lexicon lexicon;

  private ThenReader(DrlTokens tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
  }

  static List<Call> read(String text, int line, Lexicon lexicon) throws NotAllowed {
    var reader = new ThenReader(DrlTokens.of(text, line), lexicon);
    var calls = new ArrayList<Call>();
    while (!reader.tokens.isAtEnd()) {
      calls.add(reader.call());
    }
    if (calls.isEmpty() || calls.size() > MOST) {
      throw reader.tokens.refuse(
          "This rule says %d things.".formatted(calls.size()), "let it say one to 20.");
    }
    return calls;
  }

  private Call call() throws NotAllowed {
    tokens.expect("decision");
    tokens.expect(".");
    var word = tokens.next();
    var verb =
        Verb.named(word)
            .orElseThrow(
                () ->
                    tokens.refuse(
                        "There is no verb (%s).".formatted(DrlText.shorten(word)),
                        Nearest.advice(word, Verb.words())));
    tokens.expect("(");
    var arguments = new ArrayList<String>();
    while (arguments.size() < verb.arguments().size()) {
      var words = lexicon.next(verb, arguments);
      if (!arguments.isEmpty() && !tokens.skip(",")) {
        throw count(verb);
      }
      var place = "Argument %d of %s".formatted(arguments.size() + 1, word);
      switch (lexicon.word(words, place, tokens.quoted())) {
        case Good(var value) -> arguments.add(value.toString());
        case Bad(var sentence, var advice) -> throw tokens.refuse(sentence, advice);
      }
    }
    if (!tokens.skip(")")) {
      throw count(verb);
    }
    tokens.expect(";");
    return new Call(verb, arguments);
  }

  private NotAllowed count(Verb verb) {
    var count = verb.arguments().size();
    return tokens.refuse(
        "%s takes %d %s.".formatted(verb.word(), count, count == 1 ? "word" : "words"),
        "write decision.%s(%s);"
            .formatted(verb.word(), count == 1 ? "\"...\"" : "\"...\", \"...\""));
  }
}
