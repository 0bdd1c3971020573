package travel.opslayer.decision.drools;

import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Objects;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.field.ObjectFieldImpl;
import org.drools.base.reteoo.NodeTypeEnums;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.accessor.TupleValueExtractor;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.util.IndexedValueReader;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.runtime.rule.FactHandle;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Operator;

/**
 * A condition in the network of Drools. Rules that ask the same share it; of those that compare a
 * field with one word, Drools looks up the ones of that word.
 */
@SuppressWarnings("serial") // rule bases are built, not stored
final class ConditionNode implements AlphaNodeFieldConstraint, IndexableConstraint {

  private final transient Condition condition;
  private final transient Check check;
  private final transient @Nullable FieldReader reader;

  ConditionNode(Condition condition, Fields fields) {
    this.condition = condition;
    this.check = Check.of(condition, fields);
    this.reader =
        condition instanceof Compare it && it.operator() == Operator.EQUAL
            ? new FieldReader(fields.place(it.field()), it.value().getClass())
            : null;
  }

  @Override
  public boolean isAllowed(FactHandle fact, ValueResolver resolver) {
    return check.holds(((Facts) fact.getObject()).values());
  }

  @Override
  public boolean isIndexable(int nodeType, KieBaseConfiguration settings) {
    return nodeType == NodeTypeEnums.AlphaNode && reader != null;
  }

  @Override
  public ConstraintTypeOperator getConstraintType() {
    return reader == null ? ConstraintTypeOperator.UNKNOWN : ConstraintTypeOperator.EQUAL;
  }

  @Override
  public @Nullable FieldValue getField() {
    return condition instanceof Compare it ? new ObjectFieldImpl(it.value()) : null;
  }

  @Override
  public @Nullable ReadAccessor getFieldExtractor() {
    return reader;
  }

  @Override
  public ConstraintType getType() {
    return ConstraintType.ALPHA;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConditionNode it && condition.equals(it.condition);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(condition);
  }

  @Override
  public String toString() {
    return condition.toString();
  }

  /** It never changes, so one is enough. */
  @Override
  public ConditionNode clone() {
    return this;
  }

  @Override
  public ConditionNode cloneIfInUse() {
    return this;
  }

  /** It looks at one fact and no other. */
  @Override
  public Declaration[] getRequiredDeclarations() {
    return new Declaration[0];
  }

  @Override
  public void replaceDeclaration(Declaration before, Declaration after) {}

  @Override
  public boolean isTemporal() {
    return false;
  }

  @Override
  public boolean isUnification() {
    return false;
  }

  @Override
  public @Nullable IndexedValueReader getFieldIndex() {
    return null;
  }

  @Override
  public @Nullable TupleValueExtractor getRightIndexExtractor() {
    return null;
  }

  @Override
  public @Nullable TupleValueExtractor getLeftIndexExtractor() {
    return null;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws NotSerializableException {
    throw new NotSerializableException("Rule bases are built, not stored.");
  }

  @Override
  public void readExternal(ObjectInput in) throws NotSerializableException {
    throw new NotSerializableException("Rule bases are built, not stored.");
  }
}
