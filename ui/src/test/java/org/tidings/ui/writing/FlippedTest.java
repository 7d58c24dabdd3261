package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.Fx;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

/// Fails without [Flipped], in lines that start from the right and in windows that do.
class FlippedTest {
  private static final String WORD = "مرحبا";
  private static final Offset<Double> NEAR = Offset.offset(2.0);

  private final Editor editor =
      Fx.get(
          () ->
              new Editor(new SimpleStringProperty("plain\n" + WORD + " boat"), "reply.prompt", 0));
  private final Stage stage = Fx.get(Stage::new);

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void show(NodeOrientation window) {
    Fx.run(
        () -> {
          VBox column = new VBox(editor);
          column.setPadding(new Insets(10, 40, 10, 20));
          stage.setScene(new Scene(column, 500, 200));
          stage.getScene().setNodeOrientation(window);
          new Theme(stage.getScene()).show(ThemeChoice.LIGHT, 100);
          stage.show();
          editor.focusText();
        });
    Fx.settle();
  }

  @Test
  void whereNothingStartsFromTheRightNothingElseIsLookedFor() {
    Set<String> looked = new HashSet<>();
    CodeArea area =
        Fx.get(
            () ->
                new CodeArea() {
                  @Override
                  public Set<Node> lookupAll(String selector) {
                    looked.add(selector);
                    return super.lookupAll(selector);
                  }
                });
    Fx.run(
        () -> {
          area.setText("plain");
          Flipped.in(area);
          stage.setScene(new Scene(area, 500, 200));
          stage.show();
        });
    Fx.settle();
    assertThat(looked).containsExactly("TextFlow");
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Bounds word(String letters) {
    return Fx.get(
        () ->
            editor.lookupAll("Text").stream()
                .filter(node -> node instanceof Text text && text.getText().equals(letters))
                .map(FlippedTest::inScene)
                .findFirst()
                .orElseThrow());
  }

  private double caretAt(int line, int offset) {
    Fx.run(() -> editor.area().select(TextPos.ofLeading(line, offset)));
    Fx.settle();
    return Fx.get(() -> editor.caretInScene().orElseThrow().getCenterX());
  }

  @ParameterizedTest
  @EnumSource(NodeOrientation.class)
  void theCaretStandsAtItsLetter(NodeOrientation window) {
    show(window);

    assertThat(caretAt(1, 0)).isCloseTo(word(WORD).getMaxX(), NEAR);
    assertThat(caretAt(1, WORD.length())).isCloseTo(word(WORD).getMinX(), NEAR);
    assertThat(caretAt(0, 0)).isCloseTo(word("plain").getMinX(), NEAR);
  }

  @ParameterizedTest
  @EnumSource(NodeOrientation.class)
  void whatIsSelectedIsMarkedWhereItStands(NodeOrientation window) {
    show(window);
    Fx.run(
        () -> editor.area().select(TextPos.ofLeading(1, 0), TextPos.ofLeading(1, WORD.length())));
    Fx.settle();

    Bounds marked = Fx.get(() -> inScene(editor.lookup(".selection-highlight")));
    assertThat(marked.getMinX()).isCloseTo(word(WORD).getMinX(), NEAR);
    assertThat(marked.getMaxX()).isCloseTo(word(WORD).getMaxX(), NEAR);
  }

  @ParameterizedTest
  @EnumSource(NodeOrientation.class)
  void aPressOfTheMouseFindsTheLetterUnderIt(NodeOrientation window) {
    show(window);
    Bounds word = word(WORD);
    TextPos found =
        Fx.get(
            () -> {
              Point2D within = editor.area().sceneToLocal(word.getMaxX() - 1, word.getCenterY());
              Point2D screen = editor.area().localToScreen(within);
              return editor.area().getTextPosition(screen.getX(), screen.getY());
            });

    assertThat(found.index()).isOne();
    assertThat(found.offset()).isZero();
  }
}
