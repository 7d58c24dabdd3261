package org.tidings.ui.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Mentionable;
import org.tidings.ui.text.EmojiIndex;

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

  @Test
  void whatAnEmojiIsCalledStandsBesideAnotherWordByWhichItWasFound() {
    assertThat(found("😛", "party").aside()).isEqualTo("face with tongue");
    assertThat(found("🎉", "party popper").aside()).isEmpty();
    assertThat(found("🥳", "partying_face").aside()).isEmpty();
    assertThat(found("😄", "smile").aside()).startsWith("grinning face").hasSizeLessThan(26);
  }

  private static Choice.Emoji found(String emoji, String name) {
    return new Choice.Emoji(new EmojiIndex.Named(emoji, name));
  }

  private static String aside(String known) {
    return new Choice.Person(new Mentionable(BO, known)).aside();
  }
}
