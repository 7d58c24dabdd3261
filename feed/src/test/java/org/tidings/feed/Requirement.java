package org.tidings.feed;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/// Something tests need that not every machine has. Without it they skip, saying why, and fail
/// instead where `TIDINGS_REQUIRE_INTEROP` is set. Stateless.
public final class Requirement {
  private Requirement() {}

  /// Runs the test, skips it or fails.
  ///
  /// @param missing what is not there; empty when all is
  public static ConditionEvaluationResult result(Optional<String> missing) {
    return missing
        .map(Requirement::without)
        .orElseGet(() -> ConditionEvaluationResult.enabled("all that is needed is there"));
  }

  private static ConditionEvaluationResult without(String what) {
    if (System.getenv("TIDINGS_REQUIRE_INTEROP") != null) {
      throw new IllegalStateException("this test is required, but " + what);
    }
    return ConditionEvaluationResult.disabled(what);
  }
}
