package org.tidings.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.Restoration;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.FakeDialogs;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.WindowServices;

/// Draws what one meets before there is anything to show.
@Tag("screenshots")
class WelcomeScreenshotsTest {
  private static final Installation HERE =
      new Installation(
          Path.of("/home/lena/.local/share/Tidings"), "0.1.0", List.of(), Optional.empty());

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void firstStart(ThemeChoice theme) {
    Drawing.of(theme).draw("welcome-cards", () -> welcome(WelcomeScreenshotsTest::full));
    Drawing.large(theme).draw("welcome-cards-large", () -> welcome(WelcomeScreenshotsTest::full));
    Drawing.of(theme).draw("welcome-name", () -> named(WelcomeScreenshotsTest::full, false));
    Drawing.of(theme).draw("welcome-restore", WelcomeScreenshotsTest::restoring);
    Drawing.large(theme).draw("welcome-restore-large", WelcomeScreenshotsTest::restoring);
    Drawing.of(theme).draw("welcome-failed", () -> named(WelcomeScreenshotsTest::full, true));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void refused(ThemeChoice theme) {
    Drawing.of(theme)
        .draw(
            "refused",
            () ->
                new RefusedView(
                    "",
                    Optional.of(Told.of(StoreException.Kind.WRONG_IDENTITY)),
                    HERE.folder(),
                    () -> {}));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void withPicture(ThemeChoice theme, @TempDir Path folder) throws IOException {
    byte[] bytes = SomePictures.file(SomePictures.landscape(600, 400, 2), "jpg");
    Path file = Files.write(folder.resolve("me.jpg"), bytes);
    Drawing.of(theme).draw("welcome-picture", () -> pictured(file));
    Drawing.large(theme).draw("welcome-picture-large", () -> pictured(file));
  }

  private static Parent pictured(Path file) {
    WelcomeViewModel model = model(WelcomeScreenshotsTest::full);
    model.nameProperty().set("Maximiliana-Alexandrina von Hohenlohe 🏰");
    model.next();
    model.choosePicture(file);
    return new WelcomeView(model, HERE, new FakeDialogs());
  }

  private static WindowServices full() throws IOException {
    throw new IOException("The disk is full: nothing was written, and what was there is safe.");
  }

  private static Parent welcome(Callable<WindowServices> begin) {
    return new WelcomeView(model(begin), HERE, new FakeDialogs());
  }

  private static Parent restoring() {
    WelcomeViewModel model = model(WelcomeScreenshotsTest::full);
    model.bring();
    model.wordsProperty().set("body hair useful camp warm into cause riot two bambi kick educate");
    model.restoreWords();
    return new WelcomeView(model, HERE, new FakeDialogs());
  }

  private static Parent named(Callable<WindowServices> begin, boolean created) {
    WelcomeViewModel model = model(begin);
    model.nameProperty().set("Lena Ødegård");
    model.next();
    if (created) {
      model.create();
    }
    return new WelcomeView(model, HERE, new FakeDialogs());
  }

  private static WelcomeViewModel model(Callable<WindowServices> begin) {
    return new WelcomeViewModel(
        new Background(Runnable::run, FxThread::run),
        new Restoration(HERE.secret(), HERE.folder(), keys -> false),
        begin,
        (services, place) -> {});
  }
}
