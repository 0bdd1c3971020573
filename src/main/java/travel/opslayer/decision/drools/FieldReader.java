package travel.opslayer.decision.drools;

import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.base.extractors.BaseObjectClassFieldReader;

/** Reads one place of {@link Facts}, by which Drools looks up who wants its value. */
@SuppressWarnings("serial") // rule bases are built, not stored
final class FieldReader extends BaseObjectClassFieldReader {

  FieldReader(int place, Class<?> type) {
    super(place, type, ValueType.determineValueType(type));
  }

  @Override
  public Object getValue(ValueResolver resolver, Object facts) {
    return ((Facts) facts).values()[getIndex()];
  }
}
