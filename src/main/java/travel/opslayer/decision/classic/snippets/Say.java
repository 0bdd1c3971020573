package travel.opslayer.decision.classic.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Verb;

/** What an action column says, before a cell is filled in. */
public record Say(Verb verb, List<Value> values) {

  /**
   * @param pattern what stands above the snippet: the variable that is told, or nothing
   * @param receivers names of the variable that is told
   */
  public static List<Say> of(String pattern, String snippet, Set<String> receivers)
      throws NotCarried {
    if (snippet.isBlank()) {
      throw new NotCarried("This column does not say what it does.", "write decision.permit(...).");
    }
    var tokens = Tokens.of(pattern.isBlank() ? snippet : pattern + "." + snippet);
    var said = new ArrayList<Say>();
    while (!tokens.isAtEnd()) {
      said.add(one(tokens, receivers));
      while (tokens.skip(";")) {
        // The classic tool adds one more behind the author's.
      }
    }
    return said;
  }

  private static Say one(Tokens tokens, Set<String> receivers) throws NotCarried {
    var told = tokens.next();
    if (!receivers.contains(told)) {
      throw new NotCarried(
          "Rules say words to decision and to nothing else (%s).".formatted(Lexicon.shorten(told)),
          "write decision.permit(...).");
    }
    tokens.expect(".");
    var word = tokens.name();
    var verb =
        Verb.named(word)
            .orElseThrow(
                () ->
                    new NotCarried(
                        "There is no verb (%s).".formatted(Lexicon.shorten(word)),
                        Nearest.advice(word, Verb.words())));
    tokens.expect("(");
    var values = new ArrayList<>(List.of(tokens.value()));
    while (tokens.skip(",")) {
      values.add(tokens.value());
    }
    tokens.expect(")");
    return new Say(verb, values);
  }

  public Call filled(String cell, String title, Lexicon lexicon) throws NotCarried {
    var typed = new ArrayList<String>();
    for (var it : values) {
      typed.addAll(it.filled(cell));
    }
    var taken = verb.arguments();
    if (typed.size() != taken.size()) {
      throw new NotCarried(
          "%s takes %d %s, and here are %d."
              .formatted(
                  verb.word(), taken.size(), taken.size() == 1 ? "word" : "words", typed.size()),
          "");
    }
    var words = new ArrayList<String>();
    for (var i = 0; i < taken.size(); i++) {
      switch (lexicon.word(lexicon.next(verb, words), title, typed.get(i))) {
        case Good(var value) -> words.add(value.toString());
        case Bad(var sentence, var advice) -> throw new NotCarried(sentence, advice);
      }
    }
    return new Call(verb, words);
  }
}
