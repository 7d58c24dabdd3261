package org.tidings.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tidings.ui.Fx;
import org.tidings.ui.control.RowList;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.text.FlowText;

/// Texts in a list, as posts are, and somebody with a mouse or a keyboard.
class MarkingTest {
  private static final String TIDE =
      "Low tide ⛵ at noon.\n\n- Bring **boots** and a boat.\n\nAhoy!";
  private static final String OTHER = "High tide at midnight.";
  private static final String LONG = "word ".repeat(60).strip();

  private final FxRobot robot = new FxRobot();
  private RowList<String> rows;
  private Stage stage;

  @BeforeEach
  void open() {
    rows = Fx.get(() -> new RowList<>(text -> new MarkdownView(text, new NoSetting())));
    stage =
        Fx.get(
            () -> {
              rows.getItems().setAll(TIDE, OTHER, LONG);
              PostKeys.listen(rows);
              Stage shown = new Stage();
              shown.setScene(new Scene(rows, 600, 400));
              shown.show();
              shown.requestFocus();
              rows.requestFocus();
              return shown;
            });
    robot.targetWindow(stage);
    Fx.settle();
    Fx.run(() -> copied("nothing"));
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void whatTheMouseIsDraggedOverIsCopied() {
    drag(begin("Low"), begin(" at noon."));
    assertThat(copy()).isEqualTo("Low tide ⛵");
  }

  @Test
  void itMayBeDraggedBackAndOverParagraphs() {
    drag(end("Ahoy!"), begin("boots"));
    assertThat(copy()).isEqualTo("boots and a boat.\nAhoy!");
  }

  @Test
  void aDoubleClickTakesAWordAndAThirdTheParagraph() {
    robot.doubleClickOn(middle("boots"));
    assertThat(copy()).isEqualTo("boots");
    robot.clickOn(begin("Ahoy!"));
    robot.doubleClickOn(middle("boots")).clickOn(MouseButton.PRIMARY);
    assertThat(copy()).isEqualTo("Bring boots and a boat.");
  }

  @Test
  void onlyWhatWasMarkedLastIsMarked() {
    robot.doubleClickOn(middle("boots"));
    robot.doubleClickOn(middle(OTHER));
    assertThat(copy()).isIn("tide", "at");
    assertThat(Fx.get(() -> stage.getScene().getRoot().lookupAll(".marked"))).hasSize(1);
  }

  @Test
  void aClickMarksNothing() {
    robot.doubleClickOn(middle("boots"));
    robot.clickOn(middle(OTHER));
    assertThat(copy()).isEqualTo("nothing");
  }

  @Test
  void cellsOfATableAreMarkedOneAfterTheOther() {
    Fx.run(() -> rows.getItems().setAll("| Day | Tide |\n|---|---|\n| Monday | low |\n\nAhoy!"));
    Fx.settle();
    drag(begin("Tide"), end("low"));
    assertThat(copy()).isEqualTo("Tide\nMonday\tlow");
  }

  @Test
  void anEmojiCountsAsOneLetterAndIsWhatItIsMadeOf() {
    FlowText flow = Fx.get(() -> new FlowText("a 👩‍🚀 b"));
    assertThat(flow.letters()).hasSize(5);
    assertThat(flow.characters(1, 4)).isEqualTo(" 👩‍🚀 ");
  }

  @Test
  void keysMarkFromTheBeginningOn() {
    press(KeyCode.DOWN);
    press(KeyCode.SHIFT, KeyCode.RIGHT);
    press(KeyCode.SHIFT, KeyCode.RIGHT);
    press(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(copy()).isEqualTo("Low");
    press(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(copy()).isEqualTo("Lo");
    press(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(copy()).startsWith("Low tide ⛵ at noon.\nBr");
  }

  @Test
  void upAndDownLeadFromLineToLine() {
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    press(KeyCode.SHIFT, KeyCode.DOWN);
    String line = copy();
    assertThat(line).startsWith("word word").hasSizeLessThan(LONG.length() / 2);
    press(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(copy()).hasSizeGreaterThan(line.length() + 20);
    press(KeyCode.SHIFT, KeyCode.UP);
    assertThat(copy()).isEqualTo(line);
  }

  @Test
  void keysLeadToWhereOneWantsToMark() {
    press(KeyCode.DOWN);
    press(KeyCode.SHIFT, KeyCode.RIGHT);
    press(KeyCode.DOWN);
    press(KeyCode.HOME);
    press(KeyCode.CONTROL, KeyCode.RIGHT);
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(copy()).isEqualTo(" boots");
    press(KeyCode.LEFT);
    press(KeyCode.SHIFT, KeyCode.END);
    assertThat(copy()).isEqualTo("s and a boat.");
  }

  @Test
  void allOfAPostIsMarkedFromItsRowAndEscapeLeadsBackThere() {
    press(KeyCode.DOWN);
    press(KeyCode.CONTROL, KeyCode.A);
    assertThat(copy()).isEqualTo("Low tide ⛵ at noon.\nBring boots and a boat.\nAhoy!");
    press(KeyCode.ESCAPE);
    assertThat(Fx.get(() -> stage.getScene().getRoot().lookupAll(".flow-text .marked"))).isEmpty();
    assertThat(Fx.get(() -> stage.getScene().getFocusOwner())).isInstanceOf(RowList.class);
    press(KeyCode.DOWN);
    press(KeyCode.CONTROL, KeyCode.A);
    assertThat(copy()).isEqualTo(OTHER);
  }

  private void press(KeyCode... keys) {
    robot.press(keys).release(keys);
    Fx.settle();
  }

  private void drag(Point2D from, Point2D to) {
    robot.drag(from, MouseButton.PRIMARY).dropTo(to);
  }

  private String copy() {
    Fx.settle();
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    Fx.settle();
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private static void copied(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Point2D begin(String words) {
    Bounds place = place(words);
    return new Point2D(place.getMinX() + 1, place.getCenterY());
  }

  private Point2D middle(String words) {
    Bounds place = place(words);
    return new Point2D(place.getCenterX(), place.getCenterY());
  }

  private Point2D end(String words) {
    Bounds place = place(words);
    return new Point2D(place.getMaxX() - 1, place.getCenterY());
  }

  /// Where the piece of text that begins so is on the screen.
  private Bounds place(String words) {
    return Fx.get(
        () ->
            List.copyOf(stage.getScene().getRoot().lookupAll("Text")).stream()
                .filter(node -> node instanceof Text text && text.getText().startsWith(words))
                .map((Node node) -> node.localToScreen(node.getLayoutBounds()))
                .findFirst()
                .orElseThrow());
  }
}
