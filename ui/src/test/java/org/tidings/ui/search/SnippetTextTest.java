package org.tidings.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;

class SnippetTextTest {
  @Test
  void marksOfMarkdownAreLeftOut() {
    assertThat(SnippetText.plain("## The **old**\n> wreck, `seen`"))
        .isEqualTo("The old wreck, seen");
  }

  @Test
  void aLinkIsItsWords() {
    assertThat(SnippetText.plain("see [the wreck](https://example.org/wreck) now"))
        .isEqualTo("see the wreck now");
  }

  @Test
  void idsAreShort() {
    String id = SomeFeed.of("ann").id().toString();
    assertThat(SnippetText.plain("ask " + id)).isEqualTo("ask " + id.substring(0, 9) + "…");
  }

  @Test
  void namesOfThingsKeepTheirUnderscoresAndStars() {
    assertThat(SnippetText.plain("set snake_case * 2")).isEqualTo("set snake_case * 2");
  }
}
