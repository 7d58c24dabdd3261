package org.tidings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

/// Draws one screen into `target/screenshots`, for people to look at. Confined to the test's
/// thread.
public record Drawing(ThemeChoice theme, int width, int height, int textPercent) {
  private static final Path PICTURES = Path.of("target", "screenshots");

  /// In the usual size of a window.
  public static Drawing of(ThemeChoice theme) {
    return new Drawing(theme, 1120, 800, 100);
  }

  /// In the smallest window, with the largest text.
  public static Drawing large(ThemeChoice theme) {
    return new Drawing(theme, 960, 640, 200);
  }

  public void draw(String name, Supplier<Parent> make) {
    Stage stage =
        Fx.get(
            () -> {
              Stage shown = new Stage();
              Scene scene = new Scene(new StackPane(), width, height);
              new Theme(scene).show(theme, textPercent);
              shown.setScene(scene);
              ((StackPane) scene.getRoot()).getChildren().setAll(make.get());
              shown.show();
              return shown;
            });
    Fx.settle();
    Path file = PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    Fx.run(() -> Png.write(stage.getScene().snapshot(null), file));
    Fx.run(stage::close);
    assertThat(Files.exists(file)).isTrue();
  }
}
