/** Alarms by SMS, when WhatsApp does not take them. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.channel.sms;
