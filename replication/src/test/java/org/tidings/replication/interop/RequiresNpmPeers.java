package org.tidings.replication.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidings.feed.Requirement;

/// Marks tests that talk to the existing JavaScript peers. They skip, saying why, where node or the
/// peers' packages are missing, and fail instead where `TIDINGS_REQUIRE_INTEROP` is set.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("interop")
@ExtendWith(RequiresNpmPeers.Condition.class)
public @interface RequiresNpmPeers {
  /// Looks whether the peers can be started.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Requirement.result(NpmPeer.missing());
    }
  }
}
