package org.tidings.ui.compose;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.text.FlowText;

/// Says where a text outgrows one post, and offers to go on as a thread. Confined to the JavaFX
/// thread.
final class ThreadOffer extends HBox {
  private final Continuation continuation;
  private final FlowText words = new FlowText();
  private final Button want;
  private final Button single;

  /// @param decided run after the person has chosen
  ThreadOffer(Continuation continuation, Runnable decided) {
    this.continuation = continuation;
    want = Buttons.plain("compose.thread.want", () -> decide(true, decided));
    single = Buttons.plain("compose.thread.not", () -> decide(false, decided));
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.LAYERS), words, want, single);
    setFillHeight(false);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("thread-offer");
    continuation.stageProperty().subscribe(stage -> show());
    continuation.postsProperty().subscribe(posts -> show());
    continuation.wantedProperty().subscribe(wanted -> show());
    continuation.stageProperty().subscribe((before, now) -> announce(now));
  }

  private void decide(boolean thread, Runnable decided) {
    continuation.wantedProperty().set(thread);
    decided.run();
  }

  private void show() {
    boolean wanted = continuation.wantedProperty().get();
    Continuation.Stage stage = continuation.stageProperty().get();
    String sentence = sentence(stage, wanted);
    words.setText(sentence);
    setAccessibleText(sentence);
    Shown.when(stage != Continuation.Stage.ROOMY, this);
    Shown.when(stage == Continuation.Stage.SEVERAL && !wanted, want);
    Shown.when(stage == Continuation.Stage.SEVERAL && wanted, single);
  }

  private void announce(Continuation.Stage stage) {
    if (stage != Continuation.Stage.COUNTING) {
      Announcer.say(this, words.getText());
    }
  }

  private String sentence(Continuation.Stage stage, boolean wanted) {
    int posts = continuation.postsProperty().get().size();
    return switch (stage) {
      case ROOMY -> "";
      case NEAR -> Texts.of("compose.thread.near");
      case COUNTING -> Texts.of("compose.thread.counting");
      case SEVERAL -> Texts.of(wanted ? "compose.thread.posts" : "compose.thread.offer", posts);
      case TOO_LONG -> Texts.of("compose.thread.tooLong", Manuscript.MOST_POSTS);
    };
  }
}
