package org.tidings.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses one scene: AtlantaFX below, our stylesheet and one of two palettes above. Follows the
/// desktop while the choice is [ThemeChoice#SYSTEM], or [Motion#SYSTEM]. Confined to the JavaFX
/// thread.
public final class Theme {
  /// Of text, in pixels.
  static final double USUAL_SIZE = 14;

  private static final String[] FACES = {
    "Regular", "Italic", "Medium", "SemiBold", "SemiBoldItalic"
  };

  private final Scene scene;
  private final boolean seeThrough;
  private final ObjectProperty<ColorScheme> desktop = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private ThemeChoice choice = ThemeChoice.SYSTEM;
  private int textPercent = 100;
  private Optional<Look> worn = Optional.empty();

  private record Look(boolean dark, int textPercent) {}

  public Theme(Scene scene) {
    this(scene, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
  }

  /// @param seeThrough whether menus may have parts that one sees through
  Theme(Scene scene, boolean seeThrough) {
    this.scene = scene;
    this.seeThrough = seeThrough;
    loadFonts();
    desktop.bind(Platform.getPreferences().colorSchemeProperty());
    desktop.subscribe(this::dress);
  }

  /// Shows `choice`, with text at `textPercent` of its usual size.
  public void show(ThemeChoice choice, int textPercent) {
    this.choice = choice;
    this.textPercent = textPercent;
    dress();
  }

  /// Lets things move by themselves, or has them stand still.
  public void move(Motion motion) {
    scene.getPreferences().setReducedMotion(motion == Motion.REDUCED ? Boolean.TRUE : null);
  }

  /// Once each look: JavaFX styles every node anew, however little has changed.
  private void dress() {
    Look look = new Look(isDark(), textPercent);
    if (!worn.equals(Optional.of(look))) {
      worn = Optional.of(look);
      wear(look.dark);
    }
  }

  private boolean isDark() {
    return switch (choice) {
      case SYSTEM -> desktop.get() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  private void wear(boolean dark) {
    scene.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    List<String> sheets =
        new ArrayList<>(List.of(file("tidings.css"), file(dark ? "dark.css" : "light.css")));
    if (!seeThrough) {
      sheets.add(file("opaque.css"));
    }
    scene.getStylesheets().setAll(sheets);
    scene.getRoot().setStyle("-fx-font-size: " + USUAL_SIZE * textPercent / 100 + "px;");
  }

  private static String file(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/org/tidings/ui/theme/" + name))
        .toExternalForm();
  }

  private static void loadFonts() {
    if (!Font.getFontNames("Inter").isEmpty()) {
      return;
    }
    for (String face : FACES) {
      var file = Theme.class.getResourceAsStream("/org/tidings/ui/font/Inter-" + face + ".ttf");
      Font.loadFont(Objects.requireNonNull(file), USUAL_SIZE);
    }
  }
}
