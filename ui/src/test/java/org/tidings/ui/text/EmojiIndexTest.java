package org.tidings.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class EmojiIndexTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @Test
  void emojiAreFoundByTheBeginningOfAWordOfTheirName() {
    assertThat(EmojiIndex.get().whoseNamesBegin("oce", "en", 5))
        .contains(new EmojiIndex.Named("🌊", "ocean"));
    assertThat(EmojiIndex.get().whoseNamesBegin("no such thing", "en", 5)).isEmpty();
  }

  @Test
  void theShortestNamesComeFirstAndEachEmojiOnce() {
    assertThat(EmojiIndex.get().whoseNamesBegin("smi", "en", 10))
        .startsWith(new EmojiIndex.Named("😄", "smile"), new EmojiIndex.Named("😏", "smirk"))
        .doesNotHaveDuplicates();
    assertThat(EmojiIndex.get().whoseNamesBegin("heart", "en", 10))
        .extracting(EmojiIndex.Named::emoji)
        .doesNotHaveDuplicates()
        .hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "en, party, 🎉",
    "en, beating, 💓",
    "de, Welle, 🌊",
    "de, herzschlag, 💓",
    "es, ola de, 🌊",
    "es, corazon latiendo, 💓",
    "fr, coeur r, ❤️",
    "fr, cœur r, ❤️",
    "pt, coraçao verm, ❤️",
    "ar, موج, 🌊",
    "zh, 浪, 🌊"
  })
  void emojiAreFoundInTheLanguageOfThePerson(String language, String beginning, String emoji) {
    assertThat(EmojiIndex.get().whoseNamesBegin(beginning, language, 8))
        .allMatch(named -> named.begins(beginning))
        .extracting(EmojiIndex.Named::emoji)
        .doesNotHaveDuplicates()
        .contains(emoji);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachLanguageHasNamesAndTheUsualOnesToo(Language language) {
    Texts.speak(language);
    assertThat(EmojiIndex.get().whoseNamesBegin("+1", Texts.language(), 1))
        .containsExactly(new EmojiIndex.Named("👍", "+1"));
  }
}
