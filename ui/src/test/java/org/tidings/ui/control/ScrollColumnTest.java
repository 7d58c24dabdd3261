package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class ScrollColumnTest {
  private static final double HEIGHT = 300;

  private final Stage stage = Fx.get(Stage::new);
  private final Region above = high(400);
  private final TextField field = Fx.get(TextField::new);
  private final Region answer = high(0);
  private final VBox box = Fx.get(() -> new VBox(field, answer));
  private final ScrollColumn column = Fx.get(() -> new ScrollColumn(above, box, high(500)));

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          stage.setScene(new Scene(column, 400, HEIGHT));
          stage.show();
          field.requestFocus();
        });
    Fx.settle();
  }

  private static Region high(double height) {
    Region region = new Region();
    grow(region, height);
    return region;
  }

  private static void grow(Region region, double height) {
    region.setMinHeight(height);
    region.setPrefHeight(height);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void answer(double height) {
    Fx.run(
        () -> {
          grow(answer, height);
          ScrollColumn.reveal(box);
        });
    Fx.settle();
  }

  private double end(Node node) {
    return Fx.get(
        () -> {
          Bounds there = node.localToScene(node.getLayoutBounds());
          return there.getMaxY();
        });
  }

  @Test
  void anAnswerComesIntoViewAndStaysThereWhileMoreComesAboveIt() {
    answer(150);
    assertThat(end(answer)).isBetween(150.0, HEIGHT);
    Fx.run(() -> grow(above, 900));
    Fx.settle();
    assertThat(end(answer)).isBetween(150.0, HEIGHT);
  }

  @Test
  void ofAnAnswerThatIsTooLongTheEndIsSeen() {
    answer(900);
    assertThat(end(answer)).isBetween(150.0, HEIGHT);
  }

  @Test
  void nothingMovesOnceThePersonIsElsewhere() {
    answer(150);
    Fx.run(
        () -> {
          column.requestFocus();
          column.setVvalue(0);
          grow(above, 900);
        });
    Fx.settle();
    assertThat(Fx.get(column::getVvalue)).isZero();
  }

  @Test
  void whoWritesInItGoesOnWhenWhatItShowsIsReadAgain() {
    ObjectProperty<Optional<String>> read = new SimpleObjectProperty<>(Optional.of("once"));
    Fx.run(
        () -> {
          column.visibleProperty().bind(read.map(Optional::isPresent));
          column.beginIn(column, "Column");
          field.appendText("net:");
          read.set(Optional.of("again"));
          field.replaceSelection("192.0.2.7");
        });
    String written = Fx.get(field::getText);
    assertThat(written).isEqualTo("net:192.0.2.7");
  }
}
