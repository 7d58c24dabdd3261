package org.tidings.ui.post;

import org.tidings.feed.index.Absence;
import org.tidings.ui.common.Texts;

/// Says why a message is not shown. Stateless.
public final class AbsenceWords {
  private AbsenceWords() {}

  /// A sentence about the message.
  public static String of(Absence absence) {
    String key = "absence." + absence.reason().name();
    return absence.by().map(by -> Texts.of(key, by.name())).orElseGet(() -> Texts.of(key));
  }

  /// The same of the post a thread began with.
  public static String ofOpening(Absence absence) {
    return Texts.of("timeline.openingMissing", of(absence));
  }
}
