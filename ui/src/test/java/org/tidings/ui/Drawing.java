package org.tidings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

/// Draws one screen into `target/screenshots`, for people to look at. Confined to the test's
/// thread.
public record Drawing(ThemeChoice theme, int width, int height, int textPercent) {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int HIGHEST = 800;

  /// In the usual size of a window.
  public static Drawing of(ThemeChoice theme) {
    return new Drawing(theme, 1120, 800, 100);
  }

  /// In the smallest window, with the largest text, beside the rail.
  public static Drawing large(ThemeChoice theme) {
    return new Drawing(theme, 551, 640, 200);
  }

  /// A long screen from its beginning to its end.
  public Drawing whole() {
    return new Drawing(theme, width, 4 * textPercent * height / 100, textPercent);
  }

  public void draw(String name, Supplier<Parent> make) {
    Stage stage =
        Fx.get(
            () -> {
              Stage shown = new Stage();
              Scene scene = new Scene(new StackPane(), width, Math.min(height, HIGHEST));
              new Theme(scene).show(theme, textPercent);
              shown.setScene(scene);
              ((StackPane) scene.getRoot()).getChildren().setAll(sized(make.get()));
              shown.show();
              return shown;
            });
    Fx.settle();
    Path file = PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    Fx.run(() -> Png.write(picture(stage.getScene()), file));
    Fx.run(stage::close);
    assertThat(Files.exists(file)).isTrue();
  }

  /// What is higher than a window can be, beyond the end of which it reaches.
  private Parent sized(Parent screen) {
    if (height > HIGHEST) {
      screen.setManaged(false);
      screen.resize(width, height);
    }
    return screen;
  }

  private WritableImage picture(Scene scene) {
    return height > HIGHEST
        ? scene.getRoot().getChildrenUnmodifiable().getFirst().snapshot(null, null)
        : scene.snapshot(null);
  }
}
