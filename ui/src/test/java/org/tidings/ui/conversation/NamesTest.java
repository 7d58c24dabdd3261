package org.tidings.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.Shaping;

class NamesTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  private static Byline named(String name) {
    return new Byline(SomeFeed.of(name).id(), name, Optional.empty());
  }

  @Test
  void severalRunAsTheWindowDoesWhateverScriptTheFirstIsIn() {
    assertThat(Shaping.isRightToLeft(Names.of(List.of(named("أميرة"), named("Mara"))))).isFalse();
    Texts.speak(Language.ARABIC);
    assertThat(Shaping.isRightToLeft(Names.of(List.of(named("Mara"), named("أميرة"))))).isTrue();
  }

  @Test
  void onePersonIsCalledByTheirNameAlone() {
    assertThat(Names.of(List.of(named("Mara")))).isEqualTo("Mara");
  }
}
