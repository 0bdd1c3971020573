package travel.opslayer.reply;

import travel.opslayer.message.OutboundContent;

/**
 * A filled template.
 *
 * @param content to send to somebody who has written within 24 hours
 * @param approved the same as an approved template, for everybody else
 */
public record Written(
    String template, String language, OutboundContent content, OutboundContent.Template approved) {}
