package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

class WritingAreaTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 600;
  private static final int MOST_LINES = 4;

  private TestWorkspace test;
  private ComposeViewModel model;
  private WritingArea area;
  private CodeArea editor;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    model = Fx.get(() -> new Desk(test.workspace()).take(Destination.newThread()));
    area =
        Fx.get(
            () ->
                shown(
                    new WritingArea(
                        model,
                        test.workspace().album().pictures(),
                        "reply.prompt",
                        MOST_LINES,
                        () -> {})));
    Fx.settle();
    editor = Fx.get(() -> (CodeArea) area.lookup(".code-area"));
  }

  @AfterEach
  void close() {
    Fx.run(() -> area.getScene().getWindow().hide());
    test.close();
  }

  private static WritingArea shown(WritingArea area) {
    Stage stage = new Stage();
    Scene scene = new Scene(new VBox(area), WIDTH, HEIGHT);
    new Theme(scene).show(ThemeChoice.LIGHT, 100);
    stage.setScene(scene);
    stage.show();
    return area;
  }

  private void write(String text) {
    Fx.run(() -> editor.setText(text));
    Fx.settle();
  }

  private double height() {
    return Fx.get(() -> area.getHeight());
  }

  private boolean scrolls() {
    return Fx.get(
        () ->
            editor.lookupAll(".scroll-bar").stream()
                .anyMatch(bar -> bar instanceof ScrollBar && bar.isVisible()));
  }

  @Test
  void whatIsWrittenIsTheDraft() {
    write("Hello\nthere 🌊");
    assertThat(Fx.get(() -> model.draft().textProperty().get())).isEqualTo("Hello\nthere 🌊");
  }

  @Test
  void aDraftThatComesBackIsShown() {
    Fx.run(() -> model.draft().textProperty().set("Hello"));
    assertThat(Fx.get(editor::getText)).isEqualTo("Hello");
  }

  @Test
  void whatCameBackIsNothingToUndo() {
    Fx.run(() -> model.draft().textProperty().set("Hello"));
    Fx.run(() -> editor.undo());
    assertThat(Fx.get(editor::getText)).isEqualTo("Hello");
  }

  @Test
  void emojiArePicturesAndStayCharacters() {
    write("a 🌊 b 👩‍🚀");
    int pictures =
        Fx.get(
            () ->
                (int)
                    area.lookupAll(".emoji").stream().filter(EmojiView.class::isInstance).count());
    assertThat(pictures).isEqualTo(2);
    assertThat(Fx.get(editor::getText)).isEqualTo("a 🌊 b 👩‍🚀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "صباح الخير! ترجمتُ اليوم قصيدة قصيرة عن البحر، وسأشاركها معكم مساءً. ",
        "नमस्ते दुनिया यह एक लंबा वाक्य है। ",
        "👩‍🚀 was here 👨‍👩‍👧 ",
        "שלום עולם, hello world; "
      })
  void longTextInAnyScriptIsLaidOutAtAnyWidth(String text) {
    write(text.repeat(20));
    for (int width = WIDTH; width > 60; width -= 23) {
      double wide = width;
      Fx.run(() -> area.getScene().getWindow().setWidth(wide));
      Fx.run(() -> area.getScene().snapshot(null));
    }
    assertThat(Fx.get(editor::getText)).isEqualTo(text.repeat(20));
  }

  @Test
  void itGrowsByTheLineAndThenScrolls() {
    double one = height();
    write("a\nb");
    double two = height();
    assertThat(two).isGreaterThan(one);
    assertThat(scrolls()).isFalse();
    write("a\nb\nc\nd");
    double four = height();
    assertThat(four - one).isEqualTo(3 * (two - one));
    assertThat(scrolls()).isFalse();
    write("a\nb\nc\nd\ne\nf");
    assertThat(height()).isEqualTo(four);
    assertThat(scrolls()).isTrue();
  }

  @Test
  void wrappedLinesCountAsLines() {
    double one = height();
    write("word ".repeat(20));
    assertThat(height()).isGreaterThan(one);
    assertThat(scrolls()).isFalse();
  }

  @Test
  void theHintStandsWhereTheFirstLetterWill() {
    Point2D hint = corner(".prompt .text");
    write("What");
    assertThat(corner(".code-area Text")).isEqualTo(hint);
  }

  private Point2D corner(String selector) {
    return Fx.get(
        () ->
            area.lookupAll(selector).stream()
                .filter(node -> node instanceof Text text && !text.getText().isEmpty())
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .map(bounds -> new Point2D(bounds.getMinX(), bounds.getMinY()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void itShrinksAgain() {
    double one = height();
    write("a\nb\nc");
    write("");
    assertThat(height()).isEqualTo(one);
  }
}
