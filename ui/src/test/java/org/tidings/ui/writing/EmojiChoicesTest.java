package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.text.EmojiGroup;
import org.tidings.ui.text.EmojiIndex;

class EmojiChoicesTest {
  private final EmojiChoices choices = new EmojiChoices(List.of("🐙", "no emoji", "👍"));

  private static Stream<String> all(EmojiChoices choices) {
    return choices.rows().stream()
        .flatMap(row -> row instanceof EmojiRow.Some(var emoji) ? emoji.stream() : Stream.of());
  }

  private String marked() {
    return choices.markedProperty().get().map(choices::at).orElse("");
  }

  @Test
  void thoseChosenLastComeFirstAndThenTheUsualOnes() {
    assertThat(all(choices)).startsWith("🐙", "👍", "❤️", "😂");
  }

  @Test
  void allWithANameOfTheirOwnAreOffered() {
    List<String> offered = all(choices).toList();
    assertThat(offered).hasSizeGreaterThan(1_800).contains("🏴‍☠️", "🧑‍🚀", "🥑", "🇳🇴");
    assertThat(offered).doesNotContain("👍🏿", "🏿");
    assertThat(offered).allMatch(emoji -> EmojiIndex.get().find(emoji).isPresent());
  }

  @ParameterizedTest
  @EnumSource(EmojiGroup.class)
  void eachGroupStandsBelowItsTitle(EmojiGroup group) {
    int title = choices.rowOf(group).orElseThrow();
    choices.markBelow(title);
    assertThat(marked()).isEqualTo(group.first());
  }

  @Test
  void theGroupsAreThoseOfUnicode() {
    assertThat(EmojiIndex.get().in(EmojiGroup.NATURE)).contains("🐙", "🌳").doesNotContain("🍇");
    assertThat(EmojiIndex.get().in(EmojiGroup.PEOPLE)).contains("👍").doesNotContain("💤");
    assertThat(EmojiIndex.get().in(EmojiGroup.FLAGS)).contains("🏁", "🇯🇵");
  }

  @Test
  void arrowsLeadIntoTheRowsAndPastTitlesAndBackOut() {
    assertThat(choices.along(1)).isFalse();
    choices.down(1);
    assertThat(marked()).isEqualTo("🐙");
    choices.along(1);
    assertThat(marked()).isEqualTo("👍");
    choices.down(1);
    choices.down(1);
    assertThat(marked()).isEqualTo(EmojiIndex.get().in(EmojiGroup.SMILEYS).get(1));
    choices.along(-1);
    choices.along(-1);
    assertThat(choices.markedProperty().get())
        .isEqualTo(Optional.of(new EmojiChoices.Spot(2, EmojiChoices.COLUMNS - 1)));
    choices.down(-1);
    choices.down(-1);
    assertThat(choices.markedProperty().get()).isEmpty();
  }

  @Test
  void theEndIsTheEnd() {
    choices.down(10_000);
    choices.along(EmojiChoices.COLUMNS);
    choices.along(1);
    assertThat(marked()).isEqualTo(EmojiIndex.get().in(EmojiGroup.FLAGS).getLast());
    choices.down(1);
    assertThat(marked()).isNotEmpty();
  }

  @Test
  void whatIsTypedIsLookedForAndEnterTakesTheFirst() {
    choices.down(1);
    choices.typedProperty().set("octop");
    assertThat(all(choices)).containsExactly("🐙");
    assertThat(choices.markedProperty().get()).isEmpty();
    assertThat(choices.chosen()).contains("🐙");
    choices.typedProperty().set("no such thing");
    choices.down(1);
    assertThat(choices.chosen()).isEmpty();
    choices.typedProperty().set("");
    assertThat(choices.chosen()).contains("🐙");
  }

  @Test
  void emojiHaveNamesInTheLanguageOfThePerson() {
    assertThat(EmojiIndex.get().nameOf("🐙", "de")).isEqualTo("Oktopus");
    assertThat(EmojiIndex.get().nameOf("👍🏿", "en")).isEmpty();
    assertThat(EmojiIndex.get().nameOf("😹", "en")).isEqualTo("cat with tears of joy");
  }
}
