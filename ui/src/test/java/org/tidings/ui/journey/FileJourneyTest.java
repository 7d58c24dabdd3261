package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.TestWorkspace;

/// What somebody carries to somebody else on a stick.
@Tag("journey")
class FileJourneyTest {
  private static final String NAME = "tidings-messages.ndjson";

  private final SomeFeed mara = SomeFeed.of("Mara");
  @TempDir Path folder;
  private TestWorkspace ours;
  private TestWorkspace theirs;

  @BeforeEach
  void openFolders() {
    ours = new TestWorkspace(folder.resolve("ours"), FxThread::run);
    theirs = new TestWorkspace(folder.resolve("theirs"), FxThread::run);
    mara.post("low water at noon");
    mara.post("high water at six");
    ours.receive(mara);
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  @Test
  void whatIsSavedInTheSettingsIsTakenInElsewhereFromThePalette() {
    ours.dialogs().saveIn(folder);
    try (OpenWindow window = new OpenWindow(ours)) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("Save all messages…");
      window.reads("2 messages are in " + NAME + " now.");
      assertThat(window.unspoken()).isEmpty();
      window.click("Dismiss");
      window.readsNoMore("2 messages are in " + NAME + " now.");
    }
    theirs.dialogs().pick(folder.resolve(NAME));
    try (OpenWindow window = new OpenWindow(theirs)) {
      window.press(KeyCode.CONTROL, KeyCode.K);
      window.type("take in");
      window.press(KeyCode.ENTER);
      window.reads("2 messages from " + NAME + " are new here.");
    }
    assertThat(theirs.workspace().feeds().log().count()).isEqualTo(2);
  }

  @Test
  void whatCameOfAFileIsSaidInWhateverLanguageIsChosenMeanwhile() {
    ours.dialogs().saveIn(folder);
    try (OpenWindow window = new OpenWindow(ours)) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("Save all messages…");
      window.reads("2 messages are in " + NAME + " now.");
      window.click("language-GERMAN");
      window.reads("Einstellungen");
      window.reads("2 messages are in " + NAME + " now.");
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }
}
