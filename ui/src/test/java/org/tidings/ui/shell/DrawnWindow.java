package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.tidings.ui.Fx;
import org.tidings.ui.Png;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// A window on a workspace, drawn place by place into `target/screenshots`. Confined to the test's
/// thread.
final class DrawnWindow {
  private static final Path PICTURES = Path.of("target", "screenshots");
  static final int WIDTH = 1120;
  static final int HEIGHT = 800;

  /// What follows typing a moment later is there by then.
  private static final int PAUSES = 10;

  private final TestWorkspace test;
  private final ThemeChoice theme;
  private final Stage stage = new Stage();
  private final Shell shell;

  DrawnWindow(TestWorkspace test, ThemeChoice theme) {
    this.test = test;
    this.theme = theme;
    shell = new Shell(test.workspace());
    Scene scene = new Scene(shell, WIDTH, HEIGHT);
    new Theme(scene).show(theme, 100);
    TidingsWindow.turn(scene);
    stage.setScene(scene);
    stage.show();
  }

  void draw(String name, Place place) {
    Fx.run(() -> test.workspace().navigator().go(place));
    draw(name);
  }

  /// Draws it as it is.
  void draw(String name) {
    Fx.settle();
    Path file = PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    Fx.run(() -> Png.write(stage.getScene().snapshot(null), file));
    assertThat(Files.exists(file)).isTrue();
  }

  /// Presses the button with these words.
  void press(String words) {
    Fx.run(
        () ->
            shell.lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> button.isVisible() && isNamed(button, words))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(words))
                .fire());
    Fx.settle();
  }

  private static boolean isNamed(ButtonBase button, String words) {
    return button.getText().equals(words) || words.equals(button.getAccessibleText());
  }

  void resize(int width, int height) {
    Fx.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  void zoom(ThemeChoice choice, int percent) {
    Fx.run(() -> new Theme(stage.getScene()).show(choice, percent));
  }

  /// Puts a text where one can be written.
  void write(String text) {
    Fx.run(() -> ((CodeArea) shell.lookup(".writing-area .code-area")).setText(text));
    rest();
  }

  /// Types after what stands where one writes, letter by letter, and waits for what is offered.
  void type(String text) {
    type(text, ".writing-area .code-area");
  }

  /// Types a name where recipients are chosen.
  void typeWho(String text) {
    type(text, ".readers-field .code-area");
  }

  private void type(String text, String where) {
    CodeArea area = Fx.get(() -> (CodeArea) shell.lookup(where));
    Fx.run(area::requestFocus);
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> Fx.run(() -> type(letter, area)));
    rest();
    rest();
  }

  private static void type(String letter, CodeArea area) {
    if (letter.equals("\n")) {
      area.insertLineBreak();
    } else {
      area.fireEvent(
          new KeyEvent(
              KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    }
  }

  /// Types into the palette, and waits for the answer.
  void search(String text) {
    Fx.run(() -> ((CodeArea) shell.lookup(".palette .code-area")).setText(text));
    rest();
  }

  /// Lets what comes by itself come.
  void rest() {
    for (int pause = 0; pause < PAUSES; pause++) {
      Fx.settle();
    }
  }

  void close() {
    Fx.run(
        () -> {
          shell.close();
          stage.close();
        });
  }
}
