package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.WindowServices;
import org.tidings.ui.writing.LineField;

@Tag("journey")
class FirstStartJourneyTest {
  private static final int MOST_TABS = 20;

  private final AtomicBoolean full = new AtomicBoolean();
  private TestWorkspace test;

  @BeforeEach
  void prepareFolder(@TempDir Path folder) throws IOException {
    test = new TestWorkspace(folder, FxThread::run);
    test.goOnline();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void byKeyboardFromTheCardsToTheFirstPostAndThenToPeopleNearby() {
    try (OpenWindow window = open(new WindowStart.FirstStart(this::begin, test.restoration()))) {
      window.reads("Welcome to Tidings");
      window.press(KeyCode.ENTER);
      window.reads("What shall others call you?");
      window.type("Lena");
      window.press(KeyCode.ENTER);
      window.reads("Write your first post");
      assertThat(test.workspace().feeds().profiles().byline(test.workspace().self()).name())
          .isEqualTo("Lena");
      tabTo(window, "Write your first post");
      window.press(KeyCode.ENTER);
      window.type("Is anybody here?");
      window.press(KeyCode.CONTROL, KeyCode.ENTER);
      window.reads("Is anybody here?");
      window.readsNoMore("Write your first post");
      Fx.run(() -> test.pass(Duration.ofSeconds(10)));
      window.reads("You follow nobody yet");
      window.click("Find people");
      window.reads("Nobody is connected.");
      window.reads("Paste an invite");
    }
  }

  @Test
  void whoFirstLooksForPeopleIsOfferedTheFirstPostThere() {
    try (OpenWindow window = open(new WindowStart.FirstStart(this::begin, test.restoration()))) {
      window.press(KeyCode.ENTER);
      window.reads("What shall others call you?");
      window.press(KeyCode.ENTER);
      window.click("Find people");
      window.reads("Nobody is connected.");
      window.click("Write your first post");
      window.reads("What would you like to say?");
    }
  }

  @Test
  void aPictureIsChosenAndSeenInTheProfile(@TempDir Path pictures) throws IOException {
    byte[] bytes = SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
    test.dialogs().pick(Files.write(pictures.resolve("me.png"), bytes));
    try (OpenWindow window = open(new WindowStart.FirstStart(this::begin, test.restoration()))) {
      window.click("Continue");
      window.click("Choose a picture");
      window.reads("Remove");
      window.type("Lena");
      window.press(KeyCode.ENTER);
      window.reads("Write your first post");
      assertThat(test.workspace().feeds().profiles().byline(test.workspace().self()))
          .satisfies(
              by -> {
                assertThat(by.name()).isEqualTo("Lena");
                assertThat(by.image()).isPresent();
              });
    }
  }

  @Test
  void aFullDiskIsToldAndTheNextTrySucceedsWithTheSameName() {
    full.set(true);
    try (OpenWindow window = open(new WindowStart.FirstStart(this::begin, test.restoration()))) {
      window.click("Continue");
      window.type("Lena");
      window.click("Create my identity");
      window.reads("The disk is full.");
      Node field = window.node("welcome-name", LineField.class).lookup(".code-area");
      assertThat(((CodeArea) field).getText()).isEqualTo("Lena");
      full.set(false);
      window.press(KeyCode.ENTER);
      window.reads("Write your first post");
    }
  }

  @Test
  void aFolderThatCannotBeOpenedIsExplainedAndTheWindowClosed() {
    var refused =
        new WindowStart.Refused(
            "The folder was used by a newer Tidings.",
            Optional.of(Told.of(StoreException.Kind.TOO_NEW)));
    try (OpenWindow window = open(refused)) {
      window.reads(
          "This data folder was last used by a newer version of Tidings; please install that"
              + " version again. Nothing was changed.");
      window.press(KeyCode.ENTER);
      window.eventually("the window has closed", () -> !window.stage().isShowing());
    }
  }

  private static void tabTo(OpenWindow window, String words) {
    for (int i = 0; i < MOST_TABS && !Fx.get(() -> hasFocus(window, words)); i++) {
      window.press(KeyCode.TAB);
    }
  }

  private static boolean hasFocus(OpenWindow window, String words) {
    return window.stage().getScene().getFocusOwner() instanceof Button button
        && button.getText().equals(words);
  }

  private OpenWindow open(WindowStart start) {
    return new OpenWindow(test.workspace().environment(), start);
  }

  private WindowServices begin() throws IOException {
    if (full.get()) {
      throw new IOException("The disk is full.");
    }
    return test.workspace().services();
  }
}
