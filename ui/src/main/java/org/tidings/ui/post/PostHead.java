package org.tidings.ui.post;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.TimeLabel;

/// Who wrote a post, and when; the name leads to the profile, the time to the post. Confined to the
/// JavaFX thread.
final class PostHead extends HBox {
  PostHead(PostView post, PostActions actions) {
    String name = post.by().name();
    NameLabel author = new NameLabel(name, "post-author");
    Clickable.link(author, name, () -> actions.openProfile(post.by().id()));
    getChildren().setAll(author, time(post, actions));
    if (post.isPrivate()) {
      Label sealed = new Label(Texts.of("post.private"), new Icon(Feather.LOCK));
      sealed.setMinWidth(USE_PREF_SIZE);
      sealed.getStyleClass().add("post-private");
      getChildren().add(sealed);
    }
    getStyleClass().add("post-head");
  }

  private static TimeLabel time(PostView post, PostActions actions) {
    TimeLabel time = new TimeLabel(post.times(), actions.clock());
    return Clickable.link(time, time.full(), () -> actions.openThread(post.id()));
  }
}
