package org.tidings.ui.explore;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.index.Suggestion;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.Words;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.profile.FollowedBy;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What there is to discover. Confined to the JavaFX thread.
public final class ExploreScreen extends BorderPane {
  private static final double AVATAR = 36;

  private final Navigator navigator;
  private final Pictures pictures;
  private final ExploreViewModel model;

  private ExploreScreen(Workspace workspace, ExploreViewModel model) {
    this.model = model;
    navigator = workspace.navigator();
    pictures = workspace.album().pictures();
    RowList<ExploreRow> rows = new RowList<>(this::row);
    rows.setItems(model.rows());
    rows.setAccessibleText(Texts.of("explore.title"));
    rows.named(ExploreScreen::sentence);
    rows.keyed(ExploreRow::key);
    rows.leading(row -> !(row instanceof ExploreRow.Title));
    rows.onOpen(this::open);
    Button find = Buttons.primary("home.empty.action", () -> navigator.go(new Place.Peers()));
    rows.whenEmpty(new EmptyState(Feather.COMPASS, "explore.empty", find), model.loadedProperty());
    setTop(new ScreenHeader(navigator, Texts.of("explore.title")));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
  }

  /// The screen of what there is to discover.
  public static Screen screen(Workspace workspace) {
    ExploreViewModel model = new ExploreViewModel(workspace);
    return new Screen(new ExploreScreen(workspace, model), model::close);
  }

  private static String sentence(ExploreRow row) {
    return switch (row) {
      case ExploreRow.Title(var key) -> Texts.of(key);
      case ExploreRow.OfPerson(var who) -> who.by().name() + ", " + why(who);
      case ExploreRow.OfChannel(var what) -> "#" + what.channel().name() + ", " + why(what);
    };
  }

  static String why(Suggestion who) {
    return FollowedBy.of(List.of(who.friend()), who.friends());
  }

  private static String why(ActiveChannel what) {
    return Texts.of("channels.posts", what.posts())
        + "  ·  "
        + Texts.of("channel.subscribers", what.channel().subscribers());
  }

  private void open(ExploreRow row) {
    switch (row) {
      case ExploreRow.Title title -> {}
      case ExploreRow.OfPerson(var who) -> navigator.go(new Place.Profile(who.by().id()));
      case ExploreRow.OfChannel(var what) -> navigator.go(new Place.Channel(what.channel().name()));
    }
  }

  private Region row(ExploreRow row) {
    return switch (row) {
      case ExploreRow.Title(var key) -> {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("channels-title");
        yield label;
      }
      case ExploreRow.OfPerson(var who) ->
          line(
              row,
              new AvatarView(AVATAR, who.by(), pictures),
              who.by().name(),
              why(who),
              button("profile.follow", who.by().name(), () -> model.follow(who)));
      case ExploreRow.OfChannel(var what) ->
          line(
              row,
              new Icon(Feather.HASH),
              "#" + what.channel().name(),
              why(what),
              button(
                  "channel.subscribe", "#" + what.channel().name(), () -> model.subscribe(what)));
    };
  }

  private Button button(String key, String whom, Runnable action) {
    Button button = Buttons.plain(key, action);
    button.setAccessibleText(Texts.of(key) + ": " + whom);
    button.disableProperty().bind(Bindings.not(model.canChangeProperty()));
    return button;
  }

  private Region line(ExploreRow row, Node picture, String name, String why, Button button) {
    VBox words = new VBox(new NameLabel(name, "post-author"), Words.of(why, "explore-why"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(picture, words, button);
    line.setFillHeight(false);
    line.getStyleClass().add("person-row");
    Clickable.mouse(line, () -> open(row));
    return line;
  }
}
