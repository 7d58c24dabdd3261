package org.tidings.ui.writing;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.spelling.Spelling;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

/// What becomes of an editor, and of the screen around it, once the person has gone elsewhere.
class LeftEditorTest {
  private final Spelling spelling =
      new Spelling(new Background(Runnable::run, FxThread::run), List::of, word -> {});
  private final VBox place = Fx.get(VBox::new);
  private final Button elsewhere = Fx.get(() -> new Button("Elsewhere"));
  private final Stage stage = Fx.get(this::shown);

  private Stage shown() {
    Stage shown = new Stage();
    shown.setScene(new Scene(new VBox(place, elsewhere), 400, 300));
    new Theme(shown.getScene()).show(ThemeChoice.LIGHT, 100);
    shown.show();
    return shown;
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private WeakReference<Editor> written() {
    Editor editor = Fx.get(() -> new Editor(new SimpleStringProperty(""), "reply.prompt", 0));
    Fx.run(() -> editor.check(spelling));
    Fx.run(() -> place.getChildren().setAll(editor));
    Fx.settle();
    Fx.run(editor::focusText);
    Fx.settle();
    return new WeakReference<>(editor);
  }

  /// The last one that was laid out is held by JavaFX, but no other.
  private void awaitCollected(WeakReference<Editor> editor) {
    written();
    await()
        .until(
            () -> {
              System.gc();
              return editor.refersTo(null);
            });
  }

  @Test
  void isHeldByNothing() {
    WeakReference<Editor> editor = written();
    Fx.run(elsewhere::requestFocus);
    awaitCollected(editor);
  }

  @Test
  void isHeldByNothingWhereItHadTheKeyboard() {
    awaitCollected(written());
  }
}
