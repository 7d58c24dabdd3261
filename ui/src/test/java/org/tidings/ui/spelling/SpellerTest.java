package org.tidings.ui.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellerTest {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    SomeDictionary.write(folder, "en_GB", "boat/S", "harbour/S", "the");
    SomeDictionary.write(folder, "de_DE", "Boot", "Hafen");
    SomeDictionary.write(folder, "ru_RU", "лодка");
  }

  private Speller speller(Set<String> own, String... languages) {
    return Speller.read(
        DictionaryFile.in(List.of(folder)).stream()
            .filter(file -> List.of(languages).contains(file.language()))
            .toList(),
        own,
        Speller.NONE);
  }

  @Test
  void aWordIsRightInAnyOfTheLanguages() {
    Speller both = speller(Set.of(), "en", "de");

    assertThat(List.of("boats", "Harbour", "Hafen")).allMatch(both::isRight);
    assertThat(both.isRight("Bot")).isFalse();
    assertThat(speller(Set.of(), "en").isRight("Hafen")).isFalse();
  }

  @Test
  void nobodyJudgesAScriptTheyDoNotWriteIn() {
    assertThat(speller(Set.of(), "en", "de").isRight("лотка")).isTrue();
    assertThat(speller(Set.of(), "en", "ru").isRight("лотка")).isFalse();
    assertThat(speller(Set.of(), "en", "ru").isRight("лодка")).isTrue();
  }

  @Test
  void whatAPersonSaysIsRightIsRight() {
    Speller own = speller(Set.of("tidings", "Mara"), "en");

    assertThat(List.of("tidings", "Tidings", "Mara")).allMatch(own::isRight);
    assertThat(own.isRight("mara")).isFalse();
  }

  @Test
  void suggestsWhatMayHaveBeenMeant() {
    assertThat(speller(Set.of(), "en", "de").suggestions("boatts")).first().isEqualTo("boats");
    assertThat(speller(Set.of(), "en").suggestions("qqqqqqqqq")).isEmpty();
  }

  @Test
  void aDictionaryThatCannotBeReadIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("de_DE.aff"), "SFX S Y many\n");

    Speller rest = speller(Set.of(), "en", "de");

    assertThat(rest.isRight("boat")).isTrue();
    assertThat(rest.isRight("Hafen")).isFalse();
  }

  @Test
  void aDictionaryOfTwoNamesIsOneAndOneWithoutAffixesIsNone() throws IOException {
    Files.createSymbolicLink(folder.resolve("en_IE.dic"), folder.resolve("en_GB.dic"));
    Files.createSymbolicLink(folder.resolve("en_IE.aff"), folder.resolve("en_GB.aff"));
    Files.delete(folder.resolve("ru_RU.aff"));

    assertThat(DictionaryFile.in(List.of(folder, folder.resolve("none"))))
        .extracting(DictionaryFile::language)
        .containsExactly("de", "en");
  }
}
