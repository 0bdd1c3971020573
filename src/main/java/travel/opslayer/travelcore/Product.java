package travel.opslayer.travelcore;

import java.util.List;

/**
 * Something that is sold.
 *
 * @param code such as EBC
 * @param names what else people call it
 */
public record Product(String code, String name, List<String> names) {

  public Product {
    names = List.copyOf(names);
  }
}
