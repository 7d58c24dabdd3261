package org.tidings.ui.conversation;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.control.WrappedLine;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.text.FlowText;

/// A conversation in a list: with whom, what was said last, and whether that is new. Confined to
/// the JavaFX thread.
final class ConversationLine extends HBox {
  private static final double AVATAR = 40;
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");

  ConversationLine(Conversation conversation, FeedId self, WindowClock clock, Pictures pictures) {
    VBox words = new VBox(head(conversation, clock), said(conversation, self));
    words.setMinWidth(0);
    words.getStyleClass().add("conversation-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(picture(conversation, pictures), words);
    if (conversation.unread() > 0) {
      Label unread = new Label(Texts.of("timeline.unread", conversation.unread()));
      unread.setMinWidth(USE_PREF_SIZE);
      unread.getStyleClass().add("thread-unread");
      getChildren().add(unread);
    }
    getStyleClass().add("conversation-line");
    pseudoClassStateChanged(NEW, conversation.unread() > 0);
  }

  /// All of it in a sentence, for a screen reader.
  static String sentence(Conversation conversation) {
    String names = Names.of(conversation.others());
    String said = names + ": " + words(conversation);
    return conversation.unread() == 0
        ? said
        : Texts.of("timeline.unread", conversation.unread()) + ", " + said;
  }

  private static WrappedLine head(Conversation conversation, WindowClock clock) {
    WrappedLine head =
        new WrappedLine(new NameLabel(Names.of(conversation.others()), "post-author"));
    conversation
        .newest()
        .ifPresent(newest -> head.getChildren().add(new TimeLabel(newest.times(), clock)));
    head.getStyleClass().add("activity-head");
    return head;
  }

  private static String words(Conversation conversation) {
    return conversation
        .newest()
        .map(Excerpt::words)
        .orElseGet(() -> Texts.of("private.damaged.title"));
  }

  private static FlowText said(Conversation conversation, FeedId self) {
    String words = words(conversation);
    boolean ours =
        conversation.newest().filter(newest -> newest.by().id().equals(self)).isPresent();
    return new FlowText(ours ? Texts.of("private.ours", words) : words, "conversation-said");
  }

  private static StackPane picture(Conversation conversation, Pictures pictures) {
    StackPane picture = new StackPane();
    picture.getStyleClass().add("conversation-picture");
    if (conversation.others().size() == 1) {
      Byline other = conversation.others().getFirst();
      picture.getChildren().add(new AvatarView(AVATAR, other, pictures));
    } else {
      picture.getStyleClass().add("conversation-group");
      Feather icon = conversation.others().isEmpty() ? Feather.BOOK : Feather.USERS;
      picture.getChildren().add(new Icon(icon));
    }
    return picture;
  }
}
