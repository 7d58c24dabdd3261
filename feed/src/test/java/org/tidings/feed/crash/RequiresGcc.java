package org.tidings.feed.crash;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

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
      return Shim.missing()
          .map(Condition::without)
          .orElseGet(() -> ConditionEvaluationResult.enabled("gcc is there"));
    }

    private static ConditionEvaluationResult without(String what) {
      if (System.getenv("TIDINGS_REQUIRE_INTEROP") != null) {
        throw new IllegalStateException("tests of failing disks are required, but " + what);
      }
      return ConditionEvaluationResult.disabled(what);
    }
  }
}
