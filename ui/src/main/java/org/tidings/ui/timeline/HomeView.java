package org.tidings.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.compose.WaitingList;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Home. Confined to the JavaFX thread.
public final class HomeView extends BorderPane {
  /// Whom I follow; further away is what I did not ask to read.
  private static final int HOPS = 1;

  private final HomeViewModel model;
  private final RowList<HomeRow> rows;

  private HomeView(Workspace workspace, Desk desk, HomeViewModel model) {
    this.model = model;
    PostActions actions = new PostActions(workspace);
    rows = new RowList<>(row -> draw(row, actions));
    rows.setItems(new HomeRows(model.arriving(), model.threads()));
    rows.setAccessibleText(Texts.of("home.title"));
    rows.onNearEnd(model::more);
    rows.leading(row -> row instanceof HomeRow.Whole);
    rows.onOpen(row -> open(row, actions));
    rows.setPlaceholder(placeholder(workspace));
    setTop(
        new VBox(
            new ScreenHeader(workspace.navigator(), Texts.of("home.title")),
            waiting(desk, actions)));
    setCenter(new StackPane(rows, newer()));
    getStyleClass().add("screen");
    sceneProperty().subscribe(this::arrive);
  }

  private static Region draw(HomeRow row, PostActions actions) {
    return switch (row) {
      case HomeRow.Arriving arriving -> new ArrivingCard(arriving, actions);
      case HomeRow.Whole(ThreadSummary thread) -> new ThreadCard(thread, actions);
    };
  }

  private static void open(HomeRow row, PostActions actions) {
    if (row instanceof HomeRow.Whole(ThreadSummary thread)) {
      actions.openThread(thread.root());
    }
  }

  /// Arrow keys walk through the threads at once.
  private void arrive() {
    if (getScene() != null) {
      rows.requestFocus();
    }
  }

  /// The screen of home.
  public static Screen screen(Workspace workspace, Desk desk) {
    HomeViewModel model = new HomeViewModel(workspace, HOPS);
    return new Screen(new HomeView(workspace, desk, model), model::close);
  }

  /// A new post on its way stands above all that is here already.
  private static StackPane waiting(Desk desk, PostActions actions) {
    WaitingList waiting = new WaitingList(desk, Destination.newThread(), actions, () -> {});
    waiting.setMaxWidth(RowList.COLUMN);
    StackPane room = new StackPane(waiting);
    room.getStyleClass().add("home-waiting");
    return room;
  }

  /// The pill that brings in what is new.
  private Button newer() {
    Button pill = new Button();
    pill.setOnAction(event -> showNewer());
    pill.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Texts.of("home.newer", model.newerProperty().get()), model.newerProperty()));
    pill.visibleProperty().bind(model.newerProperty().greaterThan(0));
    pill.getStyleClass().addAll("accent", "newer-pill");
    StackPane.setAlignment(pill, Pos.TOP_CENTER);
    return pill;
  }

  private void showNewer() {
    model.showNewer();
    rows.scrollTo(0);
  }

  private Node placeholder(Workspace workspace) {
    Button find =
        Buttons.primary("home.empty.action", () -> workspace.navigator().go(new Place.Peers()));
    EmptyState empty = new EmptyState(Feather.SUNRISE, "home.empty", find);
    empty.visibleProperty().bind(model.loadedProperty());
    return empty;
  }
}
