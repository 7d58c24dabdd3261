package org.tidings.app.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidings.feed.Requirement;

/// Marks tests that need [TwoHosts]. They skip, saying why, where no network namespace may be made;
/// where one may, missing tools make them skip too, unless `TIDINGS_REQUIRE_INTEROP` is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresTwoHosts.Condition.class)
@interface RequiresTwoHosts {
  /// Looks whether they can be set up.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (TwoHosts.unshare().isEmpty()) {
        return ConditionEvaluationResult.disabled(
            "neither unshare -n nor unshare -rn is allowed here");
      }
      String tools = "ip and nsenter are missing (Debian: apt-get install iproute2 util-linux)";
      return Requirement.result(TwoHosts.hasTools() ? Optional.empty() : Optional.of(tools));
    }
  }
}
