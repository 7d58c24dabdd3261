package org.tidings.app.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.told.Told;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class FolderFaultTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  /// Somebody who changes one of them is to change the other.
  @ParameterizedTest
  @EnumSource(FolderFault.class)
  void inEnglishTheWindowSaysThemAsTheCommandLineDoes(FolderFault fault) {
    Told filled = Told.of(fault, "here", "there");
    assertThat(EngineWords.of(filled)).isEqualTo(filled.sentence());
  }

  @Test
  void theWindowSaysInItsLanguageWhyAFolderCannotBeUsed(@TempDir Path temp) throws Exception {
    Path file = Files.writeString(temp.resolve("data"), "mine");
    Texts.speak(Language.GERMAN);
    FolderException refused =
        Assertions.catchThrowableOfType(FolderException.class, () -> DataFolder.at(file, temp));
    assertThat(refused.why().map(EngineWords::of))
        .isEqualTo(
            Optional.of(
                "Der Ordner %1$s lässt sich nicht benutzen: %1$s ist kein Ordner."
                    .formatted(file)));
  }
}
