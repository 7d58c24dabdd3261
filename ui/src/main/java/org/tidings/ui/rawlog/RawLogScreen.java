package org.tidings.ui.rawlog;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.Shown;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// The log as it is stored, to be read and copied. Confined to the JavaFX thread.
public final class RawLogScreen extends BorderPane {
  private final RawLogViewModel model;
  private final RowList<RawRow> rows;

  private RawLogScreen(Workspace workspace, RawLogViewModel model, boolean ofAll) {
    this.model = model;
    Navigator navigator = workspace.navigator();
    rows = new RowList<>(row -> new RawLine(row, ofAll, navigator));
    rows.setItems(model.rows().rows());
    rows.setAccessibleText(Texts.of("rawlog.title"));
    rows.named(RawLine::sentence);
    rows.keyed(RawRow::id);
    rows.onNearEnd(model.rows()::more);
    rows.onOpen(row -> RawLine.open(row, navigator));
    rows.whenEmpty(new EmptyState(Feather.CODE, "rawlog.empty"), model.rows().loadedProperty());
    Button newer = Buttons.plain("rawlog.newer", this::showNewer);
    model.newerProperty().subscribe(came -> Shown.when(came, newer));
    ScreenHeader header = new ScreenHeader(navigator, Texts.of("rawlog.title"), newer);
    model
        .authorProperty()
        .subscribe(found -> found.ifPresent(by -> header.show(Texts.of("rawlog.of", by.name()))));
    setTop(header);
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(this::arrive);
  }

  /// The screen of the messages of `feed`, or of all.
  public static Screen screen(Workspace workspace, Optional<FeedId> feed) {
    RawLogViewModel model = new RawLogViewModel(workspace, feed);
    return new Screen(new RawLogScreen(workspace, model, feed.isEmpty()), model::close);
  }

  private void arrive() {
    if (getScene() != null) {
      rows.requestFocus();
    }
  }

  private void showNewer() {
    model.showNewer();
    rows.scrollTo(0);
    rows.requestFocus();
  }
}
