package travel.opslayer.travelcore.seats;

/** What happens to a party that is next and too large for the seats that are free. */
public enum Fit {
  /** The next that fits is asked; who was passed over keeps their place. */
  SKIP,
  /** Nobody behind them is asked before they are. */
  WAIT
}
