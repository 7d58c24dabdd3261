package org.tidings.feed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.ref.FeedId;

class MentionsTest {
  private static final FeedId F = FeedId.of(new byte[32]);

  @Test
  void theExampleOfTheReferenceIsReadInOrder() {
    String text = "hi [@bob](" + F + ") see #SSB-Dev and [x](%s) :smile:".formatted(F);
    assertThat(links(text)).containsExactly(F.toString(), "#SSB-Dev", F.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"`#nottag`", "    #code", "#1st", "#x", "a#b", "# heading", "(#paren)", "@nobody"})
  void notEveryHashOrAtIsAMention(String text) {
    assertThat(links(text)).isEmpty();
  }

  @Test
  void aTagMayBeginALineOrFollowEmphasis() {
    assertThat(links("#first\n#second and\t#third **#fourth**"))
        .containsExactly("#first", "#second", "#third", "#fourth");
  }

  @Test
  void deepMarkdownIsReadToTheEnd() {
    String quotes = ">".repeat(2000) + " #deep";
    String brackets = "[".repeat(4000) + " #flat";
    assertThat(links(brackets)).containsExactly("#flat");
    assertThat(links(quotes)).containsExactly("#deep");
  }

  private static List<String> links(String text) {
    return Mentions.of(text).stream().map(Mention::link).toList();
  }
}
