-- Nobody looks messages up by these; every message paid for them.
DROP INDEX whatsapp_messages_decision;
DROP INDEX whatsapp_messages_provider;
