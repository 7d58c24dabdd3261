package org.tidings.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class ReducedMotionTest {
  private Stage stage;
  private ProgressIndicator wheel;

  @BeforeEach
  void show() {
    wheel = Fx.get(ProgressIndicator::new);
    stage = Fx.get(Stage::new);
    Fx.run(
        () -> {
          Scene scene = new Scene(new StackPane(wheel));
          new Theme(scene).show(ThemeChoice.LIGHT, 100);
          stage.setScene(scene);
          stage.show();
        });
    Fx.settle();
  }

  @AfterEach
  void hide() {
    Fx.run(stage::hide);
  }

  @Test
  void theWheelStandsStillWhereLessMotionIsWanted() {
    Fx.run(() -> wheel.getScene().getPreferences().setReducedMotion(false));
    Fx.settle();
    assertThat(spins()).isTrue();
    Fx.run(() -> wheel.getScene().getPreferences().setReducedMotion(true));
    Fx.settle();
    assertThat(spins()).isFalse();
  }

  @SuppressWarnings("unchecked")
  private boolean spins() {
    return Fx.get(
        () ->
            wheel.getCssMetaData().stream()
                .filter(meta -> meta.getProperty().equals("-fx-spin-enabled"))
                .map(meta -> (CssMetaData<Styleable, Boolean>) meta)
                .allMatch(meta -> meta.getStyleableProperty(wheel).getValue()));
  }
}
