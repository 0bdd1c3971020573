/** Our own links to pay. */
@org.jspecify.annotations.NullMarked
package travel.opslayer.web.pay;
