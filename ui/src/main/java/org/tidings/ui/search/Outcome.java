package org.tidings.ui.search;

import org.tidings.feed.search.Unclear;
import org.tidings.ui.common.Problem;

/// How far the answer to what was typed is.
public sealed interface Outcome {
  /// Nothing is typed.
  record Unasked() implements Outcome {}

  /// The answer is under way; what is shown answers what was typed before.
  record Asked() implements Outcome {}

  /// Something is here.
  ///
  /// @param isBehind whether there may be more, which cannot be found yet
  record Some(boolean isBehind) implements Outcome {}

  /// Nothing is here.
  ///
  /// @param isBehind whether there may be something that cannot be found yet
  record Nothing(boolean isBehind) implements Outcome {}

  /// What was typed is to be typed in another way.
  record Misread(Unclear unclear) implements Outcome {}

  record Failed(Problem problem) implements Outcome {}
}
