package org.tidings.ui.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;

/// Several people as one name. Thread-safe.
final class Names {
  private Names() {}

  /// Their names, or that these are notes to ourselves.
  static String of(List<Byline> others) {
    return others.isEmpty()
        ? Texts.of("private.self")
        : others.stream().map(Byline::name).collect(Collectors.joining(", "));
  }
}
