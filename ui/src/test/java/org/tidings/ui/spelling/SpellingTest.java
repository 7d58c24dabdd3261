package org.tidings.ui.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.common.Background;

class SpellingTest {
  @TempDir Path folder;
  private final List<String> learnt = new ArrayList<>();
  private int asked;
  private Spelling spelling;

  @BeforeEach
  void open() {
    SomeDictionary.write(folder, "en_GB", "boat");
    SomeDictionary.write(folder, "de_DE", "Boot");
    spelling =
        new Spelling(
            new Background(Runnable::run, Runnable::run),
            () -> {
              asked++;
              return DictionaryFile.in(List.of(folder));
            },
            learnt::add);
    spelling.use(SpellingChoice.USUAL, "en");
  }

  private boolean isRight(String word) {
    return spelling.spellerProperty().get().isRight(word);
  }

  @Test
  void nothingIsReadBeforeSomebodyWrites() {
    assertThat(asked).isZero();
    assertThat(isRight("bota")).isTrue();

    spelling.begin();

    assertThat(isRight("bota")).isFalse();
    assertThat(isRight("boat")).isTrue();
  }

  @Test
  void textsAreCheckedInTheLanguagesChosenOrElseTheWindowsOwn() {
    spelling.begin();
    assertThat(isRight("Boot")).isFalse();

    spelling.use(SpellingChoice.USUAL.withLanguages(Set.of("de")), "en");

    await().until(() -> isRight("Boot") && !isRight("boat"));
  }

  @Test
  void noLanguageMeansThatNothingIsChecked() {
    spelling.use(SpellingChoice.USUAL.withLanguages(Set.of()), "en");
    spelling.begin();

    assertThat(isRight("bota")).isTrue();
  }

  @Test
  void aWordIsLearntByWhoeverKeepsIt() {
    spelling.learn("bota");

    assertThat(learnt).containsExactly("bota");
  }

  @Test
  void theOldestWordsAreForgottenBeyondTheMost() {
    SpellingChoice choice = SpellingChoice.USUAL;
    for (int word = 0; word <= SpellingChoice.MOST_WORDS; word++) {
      choice = choice.withWord("word" + word);
    }

    assertThat(choice.words()).hasSize(SpellingChoice.MOST_WORDS).doesNotContain("word0");
    assertThat(choice.withoutWord("word1").words()).doesNotContain("word1");
    assertThat(choice.languages()).isEqualTo(Optional.empty());
  }
}
