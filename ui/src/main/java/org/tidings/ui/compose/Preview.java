package org.tidings.ui.compose;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.message.MessageCodec;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostBody;
import org.tidings.ui.post.PostText;

/// What is being written, as others will see it. Drawn a moment after typing pauses, because
/// shaping a long text is dear. Confined to the JavaFX thread.
final class Preview extends HBox {
  private static final double AVATAR = 40;
  private static final Duration SOON = Duration.millis(120);

  private final ComposeViewModel model;
  private final PostActions actions;
  private final PauseTransition pause = new PauseTransition(SOON);
  private final StackPane picture = new StackPane();
  private final HBox head = new HBox();
  private final VBox body = new VBox();

  Preview(ComposeViewModel model, PostActions actions) {
    this.model = model;
    this.actions = actions;
    VBox column = new VBox(head, body);
    column.setMinWidth(0);
    column.getStyleClass().add("post-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    head.getStyleClass().add("post-head");
    body.getStyleClass().add("thread-parts");
    picture.getStyleClass().add("preview-picture");
    getChildren().setAll(picture, column);
    getStyleClass().addAll("post", "preview");
    model.authorProperty().subscribe(this::sign);
    pause.setOnFinished(event -> draw());
    model.draft().textProperty().subscribe((before, now) -> pause.playFromStart());
    model.draft().warningProperty().subscribe((before, now) -> pause.playFromStart());
    model.draft().attachments().subscribe(pause::playFromStart);
    model.draft().answeredProperty().subscribe((before, now) -> pause.playFromStart());
    model.continuation().postsProperty().subscribe((before, now) -> pause.playFromStart());
    model.continuation().wantedProperty().subscribe((before, now) -> pause.playFromStart());
    draw();
  }

  private void sign(Optional<Byline> author) {
    author.ifPresent(
        byline -> {
          Label time = new Label(Texts.of("time.now"));
          time.getStyleClass().add("post-time");
          time.setMinWidth(Region.USE_PREF_SIZE);
          picture.getChildren().setAll(new AvatarView(AVATAR, byline, actions.album().pictures()));
          head.getChildren().setAll(new NameLabel(byline.name(), "post-author"), time);
        });
  }

  private void draw() {
    Post post = model.post();
    if (post.text().isBlank()) {
      body.getChildren().setAll(ScrollColumn.hint(Texts.of("compose.preview.empty")));
    } else if (model.continuation().isReady()) {
      body.getChildren()
          .setAll(ThreadParts.of(model.continuation().postsProperty().get(), actions));
    } else {
      boolean whole = post.text().length() <= MessageCodec.MAX_UNITS;
      body.getChildren()
          .setAll(new PostBody(post, whole, () -> new PostText(post.mentions(), actions)));
    }
  }
}
