package org.tidings.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.ui.common.Texts;
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
  private final RowList<ThreadSummary> rows;

  private HomeView(Workspace workspace, HomeViewModel model) {
    this.model = model;
    PostActions actions = new PostActions(workspace);
    rows = new RowList<>(thread -> new ThreadCard(thread, actions));
    rows.setItems(model.threads());
    rows.setAccessibleText(Texts.of("home.title"));
    rows.onNearEnd(model::more);
    rows.onOpen(thread -> actions.openThread(thread.root()));
    rows.setPlaceholder(placeholder(workspace));
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("home.title")));
    setCenter(new StackPane(rows, newer()));
    getStyleClass().add("screen");
    sceneProperty().subscribe(this::arrive);
  }

  /// Arrow keys walk through the threads at once.
  private void arrive() {
    if (getScene() != null) {
      rows.requestFocus();
    }
  }

  /// The screen of home.
  public static Screen screen(Workspace workspace) {
    HomeViewModel model = new HomeViewModel(workspace, HOPS);
    return new Screen(new HomeView(workspace, model), model::close);
  }

  /// The pill that brings in what is new.
  private Button newer() {
    Button pill = Buttons.primary("home.newer", this::showNewer);
    pill.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Texts.of("home.newer", model.newerProperty().get()), model.newerProperty()));
    pill.visibleProperty().bind(model.newerProperty().greaterThan(0));
    pill.getStyleClass().add("newer-pill");
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
