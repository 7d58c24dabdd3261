package org.tidings.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.Tip;
import org.tidings.ui.control.Within;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.workspace.Workspace;

/// The threads of home by one filter, and the pill that brings in newer ones. To be closed.
/// Confined to the JavaFX thread.
final class HomeThreads extends StackPane {
  private final TimelineFilter filter;
  private final HomeViewModel model;
  private final RowList<HomeRow> rows;

  /// @param posting whether a text is about to be posted that is to stand here
  HomeThreads(
      Workspace workspace,
      PostActions actions,
      TimelineFilter filter,
      ObservableBooleanValue posting) {
    this.filter = filter;
    rows = new RowList<>(row -> draw(row, workspace.navigator(), actions));
    this.model = new HomeViewModel(workspace, filter, rows::isAtBeginning);
    rows.setItems(
        new HomeRows(
                model.arriving(),
                model.follows(),
                model.threads(),
                model.atEndProperty(),
                model.aloneProperty())
            .rows());
    rows.setAccessibleText(Texts.of("home.title"));
    rows.onNearEnd(model::more);
    rows.leading(row -> !(row instanceof HomeRow.Arriving));
    rows.named(HomeThreads::words);
    rows.keyed(HomeRow::key);
    PostKeys.listen(rows);
    rows.onOpen(row -> open(row, workspace.navigator(), actions));
    rows.setPlaceholder(placeholder(workspace.navigator(), posting));
    getChildren().setAll(rows, newer());
  }

  private static Region draw(HomeRow row, Navigator navigator, PostActions actions) {
    return switch (row) {
      case HomeRow.Arriving arriving -> new ArrivingCard(arriving, actions);
      case HomeRow.Followed(FollowNews news) -> new FollowLine(news, actions);
      case HomeRow.Whole(ThreadSummary thread) -> new ThreadCard(thread, actions);
      case HomeRow.Alone alone ->
          new StackPane(new EmptyState(Feather.USERS, "home.alone", people(navigator)));
    };
  }

  private static String words(HomeRow row) {
    return switch (row) {
      case HomeRow.Arriving(var post, var _) -> Excerpt.spoken(post);
      case HomeRow.Followed(FollowNews news) -> FollowLine.sentence(news);
      case HomeRow.Whole(ThreadSummary thread) -> ThreadCard.words(thread);
      case HomeRow.Alone alone -> Texts.of("home.alone.title");
    };
  }

  private void open(HomeRow row, Navigator navigator, PostActions actions) {
    switch (row) {
      case HomeRow.Arriving arriving -> {}
      case HomeRow.Followed followed ->
          rows.chosenRow()
              .flatMap(drawn -> Within.first(drawn, FollowLine.class))
              .ifPresent(FollowLine::open);
      case HomeRow.Whole(ThreadSummary thread) -> actions.openThread(thread);
      case HomeRow.Alone alone -> navigator.go(new Place.Peers());
    }
  }

  TimelineFilter filter() {
    return filter;
  }

  /// The person comes: arrow keys walk through the threads from now on.
  void begin() {
    model.arrive();
    rows.requestFocus();
  }

  void close() {
    model.close();
  }

  /// The pill that brings in what is new.
  private Button newer() {
    Button pill = new Button();
    pill.setOnAction(event -> showNewer());
    Tip.on(pill, Texts.of("keys.newer"));
    pill.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::newerWords, model.newerProperty(), model.newerFollowsProperty()));
    pill.visibleProperty().bind(model.newerProperty().greaterThan(0));
    pill.getStyleClass().addAll("accent", "newer-pill");
    StackPane.setAlignment(pill, Pos.TOP_CENTER);
    Announcer.whenShown(pill, pill::getText);
    return pill;
  }

  private String newerWords() {
    boolean threadsOnly = model.newerFollowsProperty().get() == 0;
    return Texts.of(threadsOnly ? "home.newer" : "home.anyNewer", model.newerProperty().get());
  }

  /// Takes in what is new, if anything is; whoever goes on with the keyboard begins there.
  void showNewer() {
    if (model.newerProperty().get() > 0) {
      model.showNewer();
      rows.getSelectionModel().clearSelection();
      rows.toBeginning();
      rows.requestFocus();
    }
  }

  private Node placeholder(Navigator navigator, ObservableBooleanValue posting) {
    EmptyState first = first(navigator);
    EmptyState empty = empty(navigator);
    BooleanExpression isFirst =
        BooleanExpression.booleanExpression(model.awaitsFirstPostProperty());
    BooleanBinding nothing = BooleanExpression.booleanExpression(posting).not();
    first.visibleProperty().bind(isFirst.and(nothing));
    empty.visibleProperty().bind(model.loadedProperty().and(isFirst.not()).and(nothing));
    return new StackPane(first, empty);
  }

  /// What a newcomer can do alone, before there is anybody.
  private static EmptyState first(Navigator navigator) {
    Button find = Buttons.plain("home.empty.action", () -> navigator.go(new Place.Peers()));
    Button write = Buttons.primary("home.first.action", () -> navigator.go(new Place.Compose()));
    return new EmptyState(Feather.EDIT_2, "home.first", write, find);
  }

  private EmptyState empty(Navigator navigator) {
    return switch (filter) {
      case CHANNELS ->
          new EmptyState(
              Feather.HASH,
              "home.empty.channels",
              Buttons.primary(
                  "home.empty.channels.action", () -> navigator.go(new Place.Channels())));
      case FRIENDS -> new EmptyState(Feather.USERS, "home.empty.friends");
      case FOLLOWING, IN_REACH, EVERYBODY ->
          new EmptyState(Feather.SUNRISE, "home.empty", people(navigator));
    };
  }

  private static Button people(Navigator navigator) {
    return Buttons.primary("home.empty.action", () -> navigator.go(new Place.Peers()));
  }
}
