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
}
