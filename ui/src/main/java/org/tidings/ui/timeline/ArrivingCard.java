package org.tidings.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Remark;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostBody;
import org.tidings.ui.post.Unhidden;

/// A newest post whose author's history is still arriving: to be read, and marked; whatever else
/// one does with a post has to wait for its history. Confined to the JavaFX thread.
final class ArrivingCard extends VBox {
  private static final double AVATAR = 40;

  ArrivingCard(HomeRow.Arriving row, PostActions actions) {
    if (row.first()) {
      getChildren().add(new Remark(Feather.DOWNLOAD_CLOUD, Texts.of("home.arriving.explained")));
    }
    getChildren().addAll(post(row.post(), actions));
    getStyleClass().addAll("thread-card", "arriving");
  }

  private static Node post(PostView post, PostActions actions) {
    AvatarView avatar = new AvatarView(AVATAR, post.by(), actions.album().pictures());
    Clickable.mouse(avatar, () -> actions.openProfile(post.by().id()));
    VBox column = new VBox(head(post, actions), new PostBody(post, false, actions));
    column.setMinWidth(0);
    column.getStyleClass().add("post-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox whole = new HBox();
    Unhidden.fill(whole, post, actions, avatar, column);
    whole.getStyleClass().add("post");
    return whole;
  }

  private static HBox head(PostView post, PostActions actions) {
    String name = post.by().name();
    NameLabel author = new NameLabel(name, "post-author");
    Clickable.link(author, name, () -> actions.openProfile(post.by().id()));
    Label mark = new Label(Texts.of("home.arriving"), new Icon(Feather.CLOCK));
    mark.setMinWidth(USE_PREF_SIZE);
    mark.getStyleClass().add("post-arriving");
    HBox head = new HBox(author, new TimeLabel(post.times(), actions.clock()), mark);
    head.getStyleClass().add("post-head");
    return head;
  }
}
