package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class DeskTest {
  private static final Destination POST = Destination.newThread();

  @TempDir Path folder;

  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;
  private Desk desk;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder, screen);
    desk = new Desk(test.workspace());
  }

  @AfterEach
  void close() {
    test.close();
  }

  private ComposeViewModel takeLoaded() {
    ComposeViewModel model = desk.take(POST);
    screen.until(model.draft().loadedProperty()::get);
    return model;
  }

  @Test
  void twoScreensOfOnePlaceWriteTheSameText() {
    assertThat(desk.take(POST)).isSameAs(desk.take(POST));
  }

  @Test
  void aTextThatIsOnDiskIsPutAwayWithItsLastScreen() {
    ComposeViewModel first = takeLoaded();
    desk.take(POST);
    desk.putBack(POST);
    assertThat(desk.take(POST)).isSameAs(first);
    desk.putBack(POST);
    desk.putBack(POST);
    assertThat(desk.take(POST)).isNotSameAs(first);
  }

  @Test
  void aTextStillBeingSavedStaysOnTheDesk() {
    ComposeViewModel first = takeLoaded();
    first.draft().textProperty().set("Hello");
    desk.putBack(POST);
    assertThat(desk.take(POST)).isSameAs(first);
  }

  @Test
  void aTextWhosePictureIsStillBeingMadeReadyStaysOnTheDesk() throws Exception {
    ComposeViewModel first = takeLoaded();
    byte[] picture = SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
    test.dialogs().pick(Files.write(folder.resolve("wreck.png"), picture));
    first.attaching().choose();
    desk.putBack(POST);
    assertThat(desk.take(POST)).isSameAs(first);
    desk.putBack(POST);
    screen.until(() -> first.attaching().busyProperty().get() == 0);
    screen.until(first.draft().settledProperty()::get);
    ComposeViewModel second = takeLoaded();
    assertThat(second).isNotSameAs(first);
    assertThat(second.draft().attachments()).hasSize(1);
  }

  @Test
  void aTextPutAwayComesBackAsItWas() {
    ComposeViewModel first = takeLoaded();
    first.draft().textProperty().set("Hello");
    desk.putBack(POST);
    screen.until(first.draft().settledProperty()::get);
    ComposeViewModel second = takeLoaded();
    assertThat(second).isNotSameAs(first);
    assertThat(second.draft().textProperty().get()).isEqualTo("Hello");
  }

  @Test
  void aTextWhoseSavingFailedStaysOnTheDesk() {
    ComposeViewModel first = takeLoaded();
    test.temp().leavePages(0);
    first.draft().textProperty().set("Hello".repeat(2_000));
    desk.putBack(POST);
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(desk.take(POST)).isSameAs(first);
  }
}
