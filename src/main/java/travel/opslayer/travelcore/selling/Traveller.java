package travel.opslayer.travelcore.selling;

/**
 * Somebody who travels.
 *
 * @param place within the booking, from 1
 * @param unit a word such as adult
 */
public record Traveller(int place, String name, String unit) {

  @Override
  public String toString() {
    return "Traveller " + place;
  }
}
