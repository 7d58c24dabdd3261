package org.tidings.app.desktop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidings.feed.Requirement;

/// Marks tests that need a bus of their own. They skip, saying why, where there is no dbus-daemon,
/// and fail instead where `TIDINGS_REQUIRE_INTEROP` is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDBus.Condition.class)
@interface RequiresDBus {
  /// Looks whether it is there.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean there =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dbus-daemon")));
      return Requirement.result(
          there
              ? Optional.empty()
              : Optional.of("dbus-daemon is missing (Debian: apt-get install dbus)"));
    }
  }
}
