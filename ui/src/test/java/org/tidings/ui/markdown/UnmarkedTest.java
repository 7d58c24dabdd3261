package org.tidings.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;

class UnmarkedTest {
  @Test
  void marksOfMarkdownAreLeftOut() {
    assertThat(Unmarked.of("## The **old**\n> wreck, `seen`")).isEqualTo("The old wreck, seen");
  }

  @Test
  void aLinkIsItsWords() {
    assertThat(Unmarked.of("see [the wreck](https://example.org/wreck) now"))
        .isEqualTo("see the wreck now");
  }

  @Test
  void idsAreShort() {
    String id = SomeFeed.of("ann").id().toString();
    assertThat(Unmarked.of("ask " + id)).isEqualTo("ask " + id.substring(0, 9) + "…");
  }

  @Test
  void theLineBelowTheHeadOfATableIsLeftOut() {
    assertThat(Unmarked.of("a | b\n--- | :-:\n1 | 2")).isEqualTo("a | b 1 | 2");
  }

  @Test
  void namesOfThingsKeepTheirUnderscoresAndStars() {
    assertThat(Unmarked.of("set snake_case * 2")).isEqualTo("set snake_case * 2");
  }

  @Test
  void wordsAreEmphasisedWithoutASign() {
    assertThat(Unmarked.of("*just* us, _not_ ***them***, 2*3*4 and 2 * 3 * 4"))
        .isEqualTo("just us, not them, 2*3*4 and 2 * 3 * 4");
  }

  @Test
  void rowsOfATableFollowEachOther() {
    assertThat(Unmarked.of("| Fruit | Price |\n|:--|--:|\n| Apple | 1.20 |\n| Pear | 2.50 |"))
        .isEqualTo(" Fruit | Price Apple | 1.20 Pear | 2.50 ");
  }

  @Test
  void anEmojiStandsForItsName() {
    assertThat(Unmarked.of("hooray :tada: at 12:30:45")).isEqualTo("hooray 🎉 at 12:30:45");
  }
}
