package org.tidings.ui.activity;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Attention;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// Replies to us, mentions of us, reactions to what we wrote, and who follows us. Confined to the
/// JavaFX thread.
public final class ActivityScreen extends BorderPane {
  private final ActivityViewModel model;
  private final RowList<ActivityRow> rows;

  private ActivityScreen(Workspace workspace, Unseen unseen, ActivityViewModel model) {
    this.model = model;
    PostActions actions = new PostActions(workspace);
    rows = new RowList<>(row -> new ActivityLine(row, actions));
    rows.setItems(model.rows().rows());
    rows.setAccessibleText(Texts.of("activity.title"));
    rows.named(ActivityLine::sentence);
    rows.keyed(row -> row.item().key());
    rows.onNearEnd(model.rows()::more);
    rows.onOpen(row -> ActivityLine.open(row.item(), actions));
    rows.whenEmpty(new EmptyState(Feather.BELL, "activity.empty"), model.rows().loadedProperty());
    Navigator navigator = workspace.navigator();
    setTop(
        new VBox(
            new ScreenHeader(navigator, Texts.of("activity.title")),
            new RequestsLine(unseen.requestsProperty(), () -> navigator.go(new Place.Peers()))));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> moved(scene != null));
    Attention.on(this).subscribe(model::look);
  }

  /// The screen of what concerns us.
  public static Screen screen(Workspace workspace, Unseen unseen) {
    ActivityViewModel model = new ActivityViewModel(workspace, unseen);
    return new Screen(new ActivityScreen(workspace, unseen, model), model::close);
  }

  private void moved(boolean here) {
    if (here) {
      model.arrive();
      rows.requestFocus();
    } else {
      model.depart();
    }
  }
}
