package org.tidings.feed.doctor;

import java.util.List;

/// How many, and who, in words. Stateless.
final class Counted {

  private static final int MOST = 5;

  private Counted() {}

  static String feeds(int count) {
    return count == 1 ? "one feed" : count + " feeds";
  }

  /// The first few names, in no language.
  static String first(List<String> names) {
    String few = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    return names.size() > MOST ? few + ", …" : few;
  }

  /// The first few names, and how many more there are.
  static String some(List<String> names) {
    int more = names.size() - MOST;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST)) + " and " + more + " more";
  }
}
