package org.tidings.ui.post;

import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tidings.feed.index.PostView;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RelativeTime;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.workspace.WindowClock;

/// Who wrote a post, and when; the name leads to the profile, the time to the post. Confined to the
/// JavaFX thread.
final class PostHead extends HBox {
  PostHead(PostView post, PostActions actions) {
    String name = post.by().name();
    NameLabel author = new NameLabel(name, "post-author");
    Clickable.link(author, name, () -> actions.openProfile(post.by().id()));
    getChildren().setAll(author, time(post, actions));
    getStyleClass().add("post-head");
  }

  private static Label time(PostView post, PostActions actions) {
    Instant written = Instant.ofEpochMilli(post.times().shownMs());
    WindowClock clock = actions.workspace().environment().clock();
    ZoneId zone = ZoneId.systemDefault();
    Label time = new Label();
    // On showing it again the last tick may be long ago.
    WhileShown.follow(
        time,
        clock.tickedProperty(),
        ticked -> time.setText(RelativeTime.brief(written, clock.instant(), zone)));
    time.getStyleClass().add("post-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    String full = RelativeTime.full(written, zone);
    time.setTooltip(new Tooltip(full));
    return Clickable.link(time, full, () -> actions.openThread(post.id()));
  }
}
