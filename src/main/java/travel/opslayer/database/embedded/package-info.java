@org.jspecify.annotations.NullMarked
package travel.opslayer.database.embedded;
