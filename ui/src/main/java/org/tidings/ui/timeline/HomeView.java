package org.tidings.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.compose.Waiting;
import org.tidings.ui.compose.WaitingList;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Home: whose threads are shown is chosen above them. Confined to the JavaFX thread.
public final class HomeView extends BorderPane {
  private static final KeyCombination NEWER = new KeyCodeCombination(KeyCode.N);

  private final Workspace workspace;
  private final PostActions actions;
  private final BooleanBinding posting;
  private HomeThreads threads;

  private HomeView(Workspace workspace, Desk desk) {
    this.workspace = workspace;
    this.actions = new PostActions(workspace);
    Preferences preferences = workspace.environment().preferences();
    posting =
        Bindings.createBooleanBinding(
            () -> desk.outgoing().waiting().stream().anyMatch(Waiting::beginsThread),
            desk.outgoing().waiting());
    threads = new HomeThreads(workspace, actions, preferences.settings().home(), posting);
    setTop(
        new VBox(
            new ScreenHeader(workspace.navigator(), Texts.of("home.title")),
            inColumn(FilterTabs.of(preferences), "home-filters"),
            inColumn(waiting(desk), "home-waiting")));
    setCenter(threads);
    getStyleClass().add("screen");
    WhileShown.follow(this, preferences.settingsProperty(), set -> show(set.home()));
    sceneProperty().subscribe(this::arrive);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /// The screen of home.
  public static Screen screen(Workspace workspace, Desk desk) {
    HomeView view = new HomeView(workspace, desk);
    return new Screen(view, () -> view.threads.close());
  }

  private void show(TimelineFilter filter) {
    if (filter != threads.filter()) {
      threads.close();
      threads = new HomeThreads(workspace, actions, filter, posting);
      setCenter(threads);
    }
  }

  /// Arrow keys walk through the threads at once.
  private void arrive() {
    if (getScene() != null) {
      threads.begin();
    }
  }

  private void press(KeyEvent key) {
    if (NEWER.match(key)) {
      key.consume();
      threads.showNewer();
    }
  }

  /// A new post on its way stands above all that is here already.
  private WaitingList waiting(Desk desk) {
    return new WaitingList(desk, Destination.newThread(), actions, () -> {});
  }

  private static StackPane inColumn(Region content, String style) {
    content.setMaxWidth(RowList.COLUMN);
    StackPane room = new StackPane(content);
    room.getStyleClass().add(style);
    return room;
  }
}
