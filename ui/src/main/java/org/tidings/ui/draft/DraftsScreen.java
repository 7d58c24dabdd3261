package org.tidings.ui.draft;

import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What was begun and not posted; each leads to where it is written on. Confined to the JavaFX
/// thread.
public final class DraftsScreen extends BorderPane {
  private final Workspace workspace;

  private DraftsScreen(Workspace workspace, DraftsViewModel model) {
    this.workspace = workspace;
    RowList<DraftRow> rows = new RowList<>(this::row);
    rows.setItems(model.rows());
    rows.setAccessibleText(Texts.of("drafts.title"));
    rows.named(row -> row.where() + ": " + beginning(row));
    rows.keyed(row -> List.of(row.place(), row.where()));
    rows.onOpen(this::open);
    rows.whenEmpty(new EmptyState(Feather.EDIT_3, "drafts.empty"), model.loadedProperty());
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("drafts.title")));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                model.arrive();
                rows.requestFocus();
              }
            });
  }

  /// The screen of all drafts.
  public static Screen screen(Workspace workspace) {
    DraftsViewModel model = new DraftsViewModel(workspace);
    return new Screen(new DraftsScreen(workspace, model), model::close);
  }

  private Region row(DraftRow row) {
    VBox words = new VBox(head(row), new FlowText(beginning(row), "conversation-said"));
    words.setMinWidth(0);
    words.getStyleClass().add("conversation-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(new Icon(Feather.EDIT_3), words);
    line.getStyleClass().add("conversation-line");
    Clickable.mouse(line, () -> open(row));
    return line;
  }

  private static String beginning(DraftRow row) {
    return row.text().isEmpty() ? Texts.of("drafts.wordless") : Excerpt.beginning(row.text());
  }

  private HBox head(DraftRow row) {
    WindowClock clock = workspace.environment().clock();
    NameLabel where = new NameLabel(row.where(), "post-author");
    where.setMinWidth(0);
    HBox head = new HBox(where);
    row.changed().ifPresent(when -> head.getChildren().add(new TimeLabel(when, clock)));
    head.getStyleClass().add("post-head");
    return head;
  }

  private void open(DraftRow row) {
    workspace.navigator().go(row.place());
  }
}
