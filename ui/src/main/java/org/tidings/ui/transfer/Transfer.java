package org.tidings.ui.transfer;

import java.util.List;

/// How it stands with a file of messages.
public sealed interface Transfer {
  /// None is written or read, and nothing is to be said of one.
  record None() implements Transfer {}

  /// One is written or read.
  ///
  /// @param words which, and what is done
  /// @param share how much of it is done, from 0 to 1
  record UnderWay(String words, double share) implements Transfer {}

  /// It is done, or not.
  ///
  /// @param words what came of it, the most important first
  /// @param wrong whether it is not as the person wanted it
  record Done(List<String> words, boolean wrong) implements Transfer {
    public Done {
      words = List.copyOf(words);
    }
  }
}
