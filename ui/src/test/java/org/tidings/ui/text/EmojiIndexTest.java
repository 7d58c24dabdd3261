package org.tidings.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmojiIndexTest {
  @Test
  void emojiAreFoundByTheBeginningOfAWordOfTheirName() {
    assertThat(EmojiIndex.get().whoseNamesBegin("oce", 5)).contains("🌊");
    assertThat(EmojiIndex.get().whoseNamesBegin("no such thing", 5)).isEmpty();
  }

  @Test
  void theShortestNamesComeFirstAndEachEmojiOnce() {
    assertThat(EmojiIndex.get().whoseNamesBegin("heart", 10)).doesNotHaveDuplicates().hasSize(10);
  }
}
