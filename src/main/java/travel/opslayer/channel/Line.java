package travel.opslayer.channel;

/**
 * A channel that belongs to a tenant: one business number.
 *
 * @param name in addresses, keys and logs; unique over all tenants
 */
public record Line(int tenant, String name, Channel channel) {}
