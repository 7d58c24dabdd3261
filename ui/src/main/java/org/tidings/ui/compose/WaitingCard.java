package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Tip;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;

/// A text that is about to be posted, where it will stand: as it will look, with how long it can
/// still be taken back. Confined to the JavaFX thread.
final class WaitingCard extends HBox {
  private static final double AVATAR = 40;

  private final Waiting waiting;
  private final PostActions actions;

  WaitingCard(Waiting waiting, PostActions actions, Runnable undo) {
    this.waiting = waiting;
    this.actions = actions;
    VBox column = new VBox(head(undo), body());
    column.setMinWidth(0);
    column.getStyleClass().add("post-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    waiting
        .written()
        .by()
        .ifPresent(by -> getChildren().add(new AvatarView(AVATAR, by, actions.album().pictures())));
    getChildren().add(column);
    getStyleClass().addAll("post", "waiting");
  }

  private HBox head(Runnable undo) {
    Label state = new Label();
    state.textProperty().bind(state());
    state.setMinWidth(Region.USE_PREF_SIZE);
    state.getStyleClass().add("post-time");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    Hyperlink back = new Hyperlink(Texts.of("outgoing.undo"));
    back.setOnAction(event -> undo.run());
    back.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(back, Texts.of("keys.undo"));
    back.disableProperty().bind(waiting.stageProperty().isEqualTo(Waiting.Stage.LEAVING));
    HBox head = new HBox(state, room, back);
    int posts = waiting.posts().size();
    if (posts > 1) {
      Label count = new Label(Texts.of("outgoing.posts", posts));
      count.setMinWidth(Region.USE_PREF_SIZE);
      count.getStyleClass().add("chip");
      head.getChildren().add(1, count);
    }
    waiting
        .written()
        .by()
        .ifPresent(by -> head.getChildren().addFirst(new NameLabel(by.name(), "post-author")));
    head.getStyleClass().add("post-head");
    return head;
  }

  private StringBinding state() {
    return Bindings.createStringBinding(
        () ->
            switch (waiting.stageProperty().get()) {
              case COUNTING -> Texts.of("outgoing.counting", waiting.secondsProperty().get());
              case LEAVING -> Texts.of("outgoing.leaving");
              case STAYING -> Texts.of("outgoing.staying");
            },
        waiting.stageProperty(),
        waiting.secondsProperty());
  }

  private WaitingText body() {
    VBox parts = new VBox();
    parts.getStyleClass().add("thread-parts");
    parts.getChildren().setAll(ThreadParts.of(waiting.posts(), actions));
    return new WaitingText(parts);
  }
}
