package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.Problem;

class AnnouncerTest {
  private final Button pill = Fx.get(() -> new Button("3 new"));
  private final StackPane root = Fx.get(() -> new StackPane(new Button("At home"), pill));
  private Person window;

  @BeforeEach
  void open() {
    Stage stage =
        Fx.get(
            () -> {
              Stage shown = new Stage();
              shown.setScene(new Scene(root, 400, 200));
              shown.show();
              shown.requestFocus();
              return shown;
            });
    window = new Person(stage);
    window.eventually("it is in front", stage::isFocused);
  }

  @AfterEach
  void close() {
    Fx.run(window.stage()::hide);
  }

  private Optional<Announcer> announcer() {
    return root.getChildren().stream()
        .filter(Announcer.class::isInstance)
        .map(Announcer.class::cast)
        .findFirst();
  }

  private boolean isHeard() {
    return Fx.get(
        () ->
            announcer()
                .filter(
                    it ->
                        Boolean.TRUE.equals(
                            it.queryAccessibleAttribute(AccessibleAttribute.FOCUSED)))
                .isPresent());
  }

  @Test
  void whatComesToBeSeenIsSaid() {
    Fx.run(
        () -> {
          pill.setVisible(false);
          Announcer.whenShown(pill, pill::getText);
        });
    assertThat(isHeard()).isFalse();
    Fx.run(() -> pill.setVisible(true));
    window.hears("3 new");
    assertThat(isHeard()).isTrue();
  }

  @Test
  void aScreenReaderIsLedToTheWordsAndBackWithTheNextKey() {
    Fx.run(() -> Announcer.say(pill, "Posted"));
    assertThat(
            Fx.get(
                () ->
                    announcer()
                        .orElseThrow()
                        .queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)))
        .isInstanceOf(Announcer.class);
    assertThat(isHeard()).isTrue();
    window.press(KeyCode.A);
    assertThat(isHeard()).isFalse();
  }

  @Test
  void aProblemIsSaidAndSoIsAnother() {
    ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    Fx.run(() -> root.getChildren().add(new ProblemBanner(problem, () -> {})));
    Fx.run(() -> problem.set(Optional.of(new Problem("It rains.", "Wait.", Optional.empty()))));
    window.hears("It rains. Wait.");
    Fx.run(() -> problem.set(Optional.of(new Problem("It pours.", "Wait.", Optional.empty()))));
    window.hears("It pours. Wait.");
  }

  @Test
  void thatANumberGoesOnIsNotSaidAgain() {
    OutcomeLine line = Fx.get(OutcomeLine::new);
    Fx.run(() -> root.getChildren().add(line));
    Fx.run(() -> line.tell("Rebuilding, 3 %", false, Optional.of(Feather.LOADER)));
    window.hears("Rebuilding, 3 %");
    Fx.run(() -> line.tell("Rebuilding, 40 %", false, Optional.of(Feather.LOADER)));
    window.hears("Rebuilding, 3 %");
    Fx.run(() -> line.tell("Rebuilt", false, Optional.empty()));
    window.hears("Rebuilt");
  }
}
