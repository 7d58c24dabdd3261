package org.tidings.ui.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.writing.Caret;

class WordTest {
  private static Optional<Word> after(String before) {
    return Word.at(new Caret(3, before, " and more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ | PERSON | ''",
        "Hi @mar | PERSON | mar",
        "(@Mara Lindq | PERSON | Mara Lindq",
        "@de la Cruz | PERSON | de la Cruz",
        "مرحبا @أمي | PERSON | أمي",
        "你好@健 | PERSON | 健",
        "＠健 | PERSON | 健",
        "@mara, see #sai | CHANNEL | sai",
        "# | CHANNEL | ''",
        "#solar-pu | CHANNEL | solar-pu",
        "well :smi | EMOJI | smi",
        "@mara :+1 | EMOJI | +1",
        "好:smile | EMOJI | smile",
        "schön :fröh | EMOJI | fröh",
        "：浪 | EMOJI | 浪",
        ":بح | EMOJI | بح"
      })
  void aSignBeginsAWord(String before, Word.Kind kind, String beginning) {
    assertThat(after(before))
        .hasValueSatisfying(
            word -> {
              assertThat(word.kind()).isEqualTo(kind);
              assertThat(word.beginning()).isEqualTo(beginning);
              assertThat(word.length()).isEqualTo(beginning.length() + 1);
              assertThat(word.start()).isEqualTo(before.length() - word.length());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mara",
        "mara@example",
        "[@mar",
        "[Mara](@abc",
        "@ mara",
        "@one two three four",
        "a#b",
        "# Heading",
        "it is 10:30",
        "他说：我们",
        "قال:بح",
        "well :s",
        "https://example",
        "a::name",
        "see `@mar",
        "`#include"
      })
  void otherTextBeginsNone(String before) {
    assertThat(after(before)).isEmpty();
  }

  @Test
  void afterCodeAWordMayBegin() {
    assertThat(after("see `code` by @mar")).isPresent();
  }

  @Test
  void aWordTypedOnIsTheSame() {
    assertThat(after("Hi @m").orElseThrow().isSameAs(after("Hi @mar").orElseThrow())).isTrue();
    assertThat(after("Hi @m").orElseThrow().isSameAs(after("Hi  @m").orElseThrow())).isFalse();
  }
}
