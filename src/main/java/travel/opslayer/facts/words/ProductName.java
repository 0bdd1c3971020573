package travel.opslayer.facts.words;

import java.util.List;

/**
 * What customers call a product.
 *
 * @param code as in departure codes, for example EBC
 * @param names its name and aliases, in any language
 */
public record ProductName(String code, List<String> names) {

  public ProductName {
    names = List.copyOf(names);
  }
}
