package org.tidings.ui.conversation;

import java.util.List;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;

/// Several people as one name. Thread-safe.
public final class Names {
  private static final String FROM_THE_LEFT = "\u200e";
  private static final String FROM_THE_RIGHT = "\u200f";

  private Names() {}

  /// Their names, or that these are notes to ourselves.
  public static String of(List<Byline> others) {
    return switch (others.size()) {
      case 0 -> Texts.of("private.self");
      case 1 -> others.getFirst().name();
      default -> side() + Texts.listed(others.stream().map(Byline::name).toList());
    };
  }

  /// Keeps a list of names running as the window does, whatever script the first is in.
  private static String side() {
    return Texts.rightToLeft() ? FROM_THE_RIGHT : FROM_THE_LEFT;
  }
}
