package org.tidings.ui.timeline;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.text.FlowText;

/// Who follows whom, in one line. Where that is several people, all of them show when one wants to
/// know; one leads to their profile. Confined to the JavaFX thread.
final class FollowLine extends VBox {
  private static final double AVATAR = 28;
  private static final double SMALL_AVATAR = 22;

  private static final String UNFOLD = "home.followed.unfold";

  /// So many are named before the others are counted.
  private static final int NAMED = 3;

  private final FollowNews news;
  private final PostActions actions;
  private final FlowPane people = new FlowPane();
  private final Button unfold = Buttons.icon(Feather.CHEVRON_DOWN, UNFOLD, this::toggle);

  FollowLine(FollowNews news, PostActions actions) {
    this.news = news;
    this.actions = actions;
    HBox line = new HBox(new Icon(Feather.USER_PLUS));
    for (Byline one : first(news.whom())) {
      AvatarView avatar = new AvatarView(AVATAR, one, actions.album().pictures());
      line.getChildren()
          .add(Clickable.link(avatar, one.name(), () -> actions.openProfile(one.id())));
    }
    FlowText words = new FlowText();
    words.setText(sentence(news));
    words.setMinWidth(0);
    words.getStyleClass().add("follow-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getChildren().addAll(words, unfold, new TimeLabel(news.times(), actions.clock()));
    line.setFillHeight(false);
    line.getStyleClass().add("follow-line");
    Clickable.mouse(line, this::open);
    Shown.when(news.isOfSeveral(), unfold);
    Shown.when(false, people);
    people.getStyleClass().add("follow-people");
    getChildren().setAll(line, people);
    getStyleClass().add("follow");
  }

  /// Shows them all, or leads to the one it is about.
  void open() {
    if (news.isOfSeveral()) {
      toggle();
    } else {
      actions.openProfile(news.subject().feed());
    }
  }

  private void toggle() {
    boolean shown = !people.isVisible();
    if (people.getChildren().isEmpty()) {
      news.everybody().forEach(one -> people.getChildren().add(person(one)));
    }
    Shown.when(shown, people);
    unfold.setGraphic(new Icon(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    unfold.setAccessibleText(Texts.of(shown ? "home.followed.fold" : UNFOLD));
    unfold.setAccessibleHelp(unfold.getAccessibleText());
  }

  private HBox person(Byline one) {
    HBox person =
        new HBox(
            new AvatarView(SMALL_AVATAR, one, actions.album().pictures()),
            new NameLabel(one.name()));
    person.setFillHeight(false);
    person.getStyleClass().add("follow-person");
    return Clickable.link(person, one.name(), () -> actions.openProfile(one.id()));
  }

  static String sentence(FollowNews news) {
    return Texts.of("home.followed", news.by().size(), names(news.by()), names(news.whom()));
  }

  private static List<Byline> first(List<Byline> people) {
    return people.subList(0, Math.min(NAMED, people.size()));
  }

  private static String names(List<Byline> people) {
    return Texts.listed(people.stream().map(Byline::name).toList(), NAMED);
  }
}
