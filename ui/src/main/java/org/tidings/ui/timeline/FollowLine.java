package org.tidings.ui.timeline;

import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.text.FlowText;

/// Who follows whom, in one line; leads to the person it is about. Confined to the JavaFX thread.
final class FollowLine extends HBox {
  private static final double AVATAR = 28;

  /// So many are named before the others are counted.
  private static final int NAMED = 3;

  FollowLine(FollowNews news, PostActions actions) {
    super(new Icon(Feather.USER_PLUS));
    for (Byline one : first(news.whom())) {
      AvatarView avatar = new AvatarView(AVATAR, one, actions.album().pictures());
      Clickable.mouse(avatar, () -> actions.openProfile(one.id()));
      getChildren().add(avatar);
    }
    FlowText words = new FlowText(sentence(news));
    words.setMinWidth(0);
    words.getStyleClass().add("follow-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, new TimeLabel(news.times(), actions.clock()));
    setFillHeight(false);
    getStyleClass().add("follow-line");
    Clickable.mouse(this, () -> open(news, actions));
  }

  static void open(FollowNews news, PostActions actions) {
    actions.openProfile(news.subject().feed());
  }

  static String sentence(FollowNews news) {
    return Texts.of("home.followed", news.by().size(), names(news.by()), names(news.whom()));
  }

  private static List<Byline> first(List<Byline> people) {
    return people.subList(0, Math.min(NAMED, people.size()));
  }

  private static String names(List<Byline> people) {
    List<String> names = new ArrayList<>(first(people).stream().map(Byline::name).toList());
    if (people.size() > NAMED) {
      names.add(Texts.of("home.followed.others", people.size() - NAMED));
    }
    Locale language = Locale.getDefault(Locale.Category.FORMAT);
    return ListFormat.getInstance(language, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(names);
  }
}
