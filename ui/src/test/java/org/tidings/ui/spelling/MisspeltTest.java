package org.tidings.ui.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTest {
  private Speller speller;

  @BeforeEach
  void read(@TempDir Path folder) {
    SomeDictionary.write(folder, "en_GB", "boat/S", "don't", "the", "in");
    speller = Speller.read(DictionaryFile.in(List.of(folder)), Set.of(), Speller.NONE);
  }

  private List<String> misspelt(String line) {
    return Misspelt.in(line, speller).stream()
        .map(word -> line.substring(word.begin(), word.end()))
        .toList();
  }

  @Test
  void wordsAreJudgedWhereverTheyStand() {
    assertThat(misspelt("The *bota*, (teh) boats. Don't, “dont”!"))
        .containsExactly("bota", "teh", "dont");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@mrao",
        "#hrbour",
        ":smiel:",
        "https://exampel.org/teh",
        "me@exampel.org",
        "`teh` boat",
        "`in the bota`",
        "R2D2",
        "teh_file",
        "exampel.org",
        "NASA",
        "x",
        "%abcdefg=.sha256",
        "[teh](https://exampel.org)",
        "and/or",
        "е"
      })
  void whatIsNoWordIsNotJudged(String line) {
    assertThat(misspelt(line)).isEmpty();
  }

  @Test
  void emojiAndOtherScriptsStandBesideWordsUnjudged() {
    assertThat(misspelt("teh ⛵ лотка 船 قارب bota")).containsExactly("teh", "bota");
  }

  @Test
  void aLongLineOfAnythingTakesNoLongerThanItIs() {
    assertThat(misspelt("`".repeat(20_001) + "a'".repeat(20_000) + "-".repeat(20_000))).isEmpty();
  }
}
