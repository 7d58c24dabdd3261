package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Question;

class QuestionPaneTest {
  private final Notices notices = new Notices();
  private final AtomicInteger done = new AtomicInteger();
  private final Scene scene = Fx.get(this::window);

  private Scene window() {
    Button behind = new Button("behind");
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(behind, new QuestionPane(notices)), 600, 400));
    stage.show();
    behind.requestFocus();
    return stage.getScene();
  }

  @BeforeEach
  void ask() {
    ask(true);
  }

  @Test
  void whatIsHardToTakeBackIsNotOneEnterAway() {
    press(KeyCode.ENTER);
    assertThat(done).hasValue(0);
    assertThat(notices.questionProperty().get()).isEmpty();
  }

  @Test
  void whatIsHarmlessIs() {
    ask(false);
    press(KeyCode.ENTER);
    assertThat(done).hasValue(1);
  }

  @Test
  void tabStaysWithinTheQuestion() {
    press(KeyCode.TAB);
    press(KeyCode.ENTER);
    assertThat(done).hasValue(1);
  }

  @Test
  void escapeMeansNoAndGivesTheKeyboardBack() {
    press(KeyCode.ESCAPE);
    assertThat(done).hasValue(0);
    assertThat(Fx.get(scene::getFocusOwner))
        .isEqualTo(scene.getRoot().getChildrenUnmodifiable().getFirst());
  }

  private void ask(boolean danger) {
    Question question = new Question("Title", "Text", "Do it", danger, done::incrementAndGet);
    Fx.run(() -> notices.ask(question));
  }

  private void press(KeyCode code) {
    Fx.run(
        () -> {
          Node owner = scene.getFocusOwner();
          Event.fireEvent(
              owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }
}
