package org.tidings.ui.settings;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.Bounds;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the settings.
@Tag("screenshots")
class SettingsScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void settings(ThemeChoice theme) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Drawing.of(theme).draw("settings-top", () -> whole(test));
      Drawing.of(theme).draw("settings-end", () -> scrolledToTheEnd(test));
      test.desktop().offer(new DesktopOffer(true, true));
      Drawing.of(theme).draw("settings-desktop", () -> scrolledToTheDesktop(test));
      Drawing.large(theme).draw("settings-desktop-large", () -> scrolledToTheDesktop(test));
      test.desktop().offer(DesktopOffer.NOTHING);
      Drawing.of(theme).draw("settings-no-desktop", () -> scrolledToTheDesktop(test));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void storage(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      full(test);
      Drawing.of(theme).whole().draw("settings-whole", () -> whole(test));
      Drawing.large(theme).whole().draw("settings-whole-large", () -> whole(test));
      Drawing.of(theme).draw("settings-storage", () -> scrolledTo("#limit-5000000000", test));
      Drawing.of(theme).draw("settings-range", () -> scrolledTo("#range-3", test));
      Drawing.large(theme)
          .draw("settings-storage-large", () -> scrolledTo("#limit-5000000000", test));
      Drawing.large(theme).draw("settings-range-large", () -> scrolledTo("#range-3", test));
    }
  }

  @Test
  void storageFromRightToLeft() throws Exception {
    Texts.speak(Language.ARABIC);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      full(test);
      Drawing.of(ThemeChoice.LIGHT)
          .draw("settings-storage-arabic", () -> mirrored(scrolledTo("#limit-5000000000", test)));
      Drawing.large(ThemeChoice.LIGHT)
          .whole()
          .draw("settings-whole-large-arabic", () -> mirrored(whole(test)));
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  /// People with much to say, and pictures.
  private static void full(TestWorkspace test) throws Exception {
    SomeCircle circle = SomeCircle.in(test);
    for (int i = 0; i < 12; i++) {
      SomeFeed one = SomeFeed.of("somebody " + i);
      circle.mara.follow(one.id());
      for (int post = 0; post < 20 * i; post++) {
        one.post("A few words about the sea, and a few about the weather. " + post);
      }
      one.follow(SomeFeed.of("nobody " + i).id());
      test.receive(one);
    }
    test.receive(circle.mara);
    test.workspace().feeds().blobs().add(new ByteArrayInputStream(new byte[900_000]));
    test.workspace()
        .environment()
        .preferences()
        .change(now -> now.withBounds(Bounds.USUAL.withHops(3)));
  }

  @Test
  void fromRightToLeft() {
    Texts.speak(Language.ARABIC);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      test.desktop().offer(new DesktopOffer(true, true));
      Drawing.of(ThemeChoice.LIGHT)
          .draw("settings-desktop-arabic", () -> mirrored(scrolledToTheDesktop(test)));
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  /// Its last control has the keyboard, and so is in view.
  private static Parent scrolledToTheDesktop(TestWorkspace test) {
    return scrolledTo("#login-start", test);
  }

  private static Parent scrolledTo(String control, TestWorkspace test) {
    Parent screen = whole(test);
    FxThread.soon(() -> screen.lookup(control).requestFocus());
    return screen;
  }

  /// All of it, as whoever goes to its end has it.
  private static Parent whole(TestWorkspace test) {
    Parent screen = SettingsView.screen(test.workspace()).content();
    screen.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, false, false, false, false));
    return screen;
  }

  private static Parent mirrored(Parent screen) {
    screen.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    return screen;
  }

  private static Parent scrolledToTheEnd(TestWorkspace test) {
    BorderPane screen = (BorderPane) whole(test);
    FxThread.soon(() -> ((ScrollPane) screen.getCenter()).setVvalue(1));
    return screen;
  }
}
