package org.tidings.ui.activity;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.activity.ActivityItem;
import org.tidings.feed.activity.Why;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.control.Words;
import org.tidings.ui.control.WrappedLine;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.Expressions;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.text.FlowText;

/// Who did what, when, and the words it is about. Confined to the JavaFX thread.
final class ActivityLine extends HBox {
  private static final double AVATAR = 36;
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");

  private final PostActions actions;
  private final VBox words = new VBox();

  ActivityLine(ActivityRow row, PostActions actions) {
    this.actions = actions;
    ActivityItem item = row.item();
    Byline by = item.by();
    AvatarView avatar = new AvatarView(AVATAR, by, actions.album().pictures());
    Clickable.mouse(avatar, () -> actions.openProfile(by.id()));
    words.setMinWidth(0);
    words.getStyleClass().add("activity-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.getChildren().add(head(item));
    switch (item) {
      case ActivityItem.Wrote(var post, var reasons) -> quote(post, "activity-said");
      case ActivityItem.Reacted(var _, var on, var _, var _) -> quote(on, "activity-own");
      case ActivityItem.Followed followed -> {}
    }
    getChildren().setAll(sign(item), avatar, words);
    getStyleClass().add("activity-line");
    pseudoClassStateChanged(NEW, row.isNew());
    Clickable.mouse(this, () -> open(item, actions));
  }

  static void open(ActivityItem item, PostActions actions) {
    switch (item) {
      case ActivityItem.Wrote(var post, var _) -> actions.openThread(post.id());
      case ActivityItem.Reacted(var _, var on, var _, var _) -> actions.openThread(on.id());
      case ActivityItem.Followed(var by, var _) -> actions.openProfile(by.id());
    }
  }

  /// All of it in a sentence, for a screen reader.
  static String sentence(ActivityRow row) {
    String done = row.item().by().name() + " " + deed(row.item());
    return row.isNew() ? Texts.of("activity.new") + ": " + done : done;
  }

  private WrappedLine head(ActivityItem item) {
    NameLabel name = new NameLabel(item.by().name(), "post-author");
    Clickable.link(name, item.by().name(), () -> actions.openProfile(item.by().id()));
    FlowText deed = Words.of(deed(item), "activity-deed");
    TimeLabel time = new TimeLabel(item.times(), actions.clock());
    WrappedLine head = new WrappedLine(name, deed, time);
    head.getStyleClass().add("activity-head");
    return head;
  }

  private void quote(PostView post, String style) {
    FlowText excerpt = Excerpt.of(post);
    excerpt.getStyleClass().add(style);
    words.getChildren().add(excerpt);
  }

  private static String deed(ActivityItem item) {
    return switch (item) {
      case ActivityItem.Wrote(var post, var reasons) -> wrote(post, reasons);
      case ActivityItem.Reacted(var _, var _, var expression, var _) ->
          expression.isEmpty()
              ? Texts.of("activity.liked")
              : Texts.of("activity.reacted", Expressions.shown(expression));
      case ActivityItem.Followed followed -> Texts.of("activity.followed");
    };
  }

  private static String wrote(PostView post, Set<Why> reasons) {
    String how = reasons.contains(Why.REPLIED) ? "activity.replied" : "activity.mentioned";
    return Texts.of(post.isPrivate() ? how + ".private" : how);
  }

  private static Node sign(ActivityItem item) {
    Icon icon =
        new Icon(
            switch (item) {
              case ActivityItem.Wrote(var post, var _) when post.isPrivate() -> Feather.LOCK;
              case ActivityItem.Wrote(var _, var reasons) when reasons.contains(Why.REPLIED) ->
                  Feather.CORNER_UP_LEFT;
              case ActivityItem.Wrote wrote -> Feather.AT_SIGN;
              case ActivityItem.Reacted reacted -> Feather.HEART;
              case ActivityItem.Followed followed -> Feather.USER_PLUS;
            });
    HBox room = new HBox(icon);
    room.getStyleClass().add("activity-sign");
    return room;
  }
}
