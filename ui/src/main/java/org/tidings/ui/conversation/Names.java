package org.tidings.ui.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;

/// Several people as one name. Thread-safe.
public final class Names {
  /// Keeps a list of names running as the window does, whatever script the first is in.
  private static final String FROM_THE_LEFT = "\u200e";

  private Names() {}

  /// Their names, or that these are notes to ourselves.
  public static String of(List<Byline> others) {
    return switch (others.size()) {
      case 0 -> Texts.of("private.self");
      case 1 -> others.getFirst().name();
      default ->
          others.stream().map(Byline::name).collect(Collectors.joining(", ", FROM_THE_LEFT, ""));
    };
  }
}
