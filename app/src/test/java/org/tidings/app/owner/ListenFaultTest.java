package org.tidings.app.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.told.Told;
import org.tidings.ui.common.EngineWords;

class ListenFaultTest {
  /// Somebody who changes one of them is to change the other.
  @ParameterizedTest
  @EnumSource
  void inEnglishTheWindowSaysThemAsTheCommandLineDoes(ListenFault fault) {
    Told filled = Told.of(fault, "here", "there");
    assertThat(EngineWords.of(filled)).isEqualTo(filled.sentence());
  }
}
