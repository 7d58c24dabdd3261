package org.tidings.feed.crash;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidings.feed.Requirement;

/// Marks tests that need the [Shim]. They skip, saying why, where it cannot be built, and fail
/// instead where `TIDINGS_REQUIRE_INTEROP` is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresGcc.Condition.class)
@interface RequiresGcc {
  /// Looks whether it can.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Requirement.result(Shim.missing());
    }
  }
}
