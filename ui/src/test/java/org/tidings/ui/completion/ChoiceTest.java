package org.tidings.ui.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Mentionable;

class ChoiceTest {
  private static final Byline BO = new Byline(SomeFeed.of("bo").id(), "Bo", Optional.empty());

  @Test
  void aNameThatOthersKnowThemByStandsBesideTheOneWeGave() {
    String id = BO.id().toString().substring(0, 9);
    assertThat(aside("Bo")).isEqualTo(id);
    assertThat(aside("Robert")).isEqualTo("Robert  " + id);
  }

  @Test
  void aLongOneLeavesRoomForTheOther() {
    assertThat(aside("\u202eMMMM\nMMMM".repeat(40))).startsWith("MMMM MMMM").hasSizeLessThan(40);
    assertThat(aside("🏰".repeat(90))).hasSizeLessThan(40).contains("🏰…");
  }

  private static String aside(String known) {
    return new Choice.Person(new Mentionable(BO, known)).aside();
  }
}
