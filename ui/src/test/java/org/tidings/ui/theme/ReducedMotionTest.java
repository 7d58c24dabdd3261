package org.tidings.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class ReducedMotionTest {
  private static final Duration USUAL_BLINK = Duration.seconds(1);

  private Stage stage;
  private Theme theme;
  private ProgressIndicator wheel;
  private CodeArea area;

  @BeforeEach
  void show() {
    wheel = Fx.get(ProgressIndicator::new);
    area = Fx.get(CodeArea::new);
    stage = Fx.get(Stage::new);
    Scene scene = Fx.get(() -> new Scene(new StackPane(area, wheel)));
    theme = Fx.get(() -> new Theme(scene));
    Fx.run(
        () -> {
          theme.show(ThemeChoice.LIGHT, 100);
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

  @Test
  void whatThePersonChoosesGoesBeforeTheDesktop() {
    move(Motion.REDUCED);
    assertThat(spins()).isFalse();
    assertThat(Fx.get(() -> wheel.getScene().getPreferences().isReducedMotion())).isTrue();
    move(Motion.SYSTEM);
    assertThat(Fx.get(() -> wheel.getScene().getPreferences().isReducedMotion()))
        .isEqualTo(Fx.get(() -> Platform.getPreferences().isReducedMotion()));
  }

  @Test
  void theCaretStandsStillToo() {
    move(Motion.REDUCED);
    assertThat(Fx.get(area::getCaretBlinkPeriod)).isGreaterThan(Duration.hours(1));
    Fx.run(() -> area.getScene().getPreferences().setReducedMotion(false));
    Fx.settle();
    assertThat(Fx.get(area::getCaretBlinkPeriod)).isEqualTo(USUAL_BLINK);
  }

  private void move(Motion motion) {
    Fx.run(() -> theme.move(motion));
    Fx.settle();
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
