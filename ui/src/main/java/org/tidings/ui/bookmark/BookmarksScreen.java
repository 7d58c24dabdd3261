package org.tidings.ui.bookmark;

import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.Remark;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.AbsenceWords;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.post.PostRow;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Posts to come back to. Confined to the JavaFX thread.
public final class BookmarksScreen extends BorderPane {
  private final BookmarksViewModel model;
  private final PostActions actions;

  private BookmarksScreen(Workspace workspace, BookmarksViewModel model) {
    this.model = model;
    actions = new PostActions(workspace);
    RowList<BookmarkRow> rows = new RowList<>(this::row);
    rows.setItems(model.rows().rows());
    rows.setAccessibleText(Texts.of("bookmarks.title"));
    rows.named(row -> row.post().map(Excerpt::spoken).orElseGet(() -> missing(row)));
    rows.keyed(row -> row.bookmark().message());
    PostKeys.listen(rows);
    rows.onNearEnd(model.rows()::more);
    rows.onOpen(row -> actions.openThread(row.bookmark().message()));
    rows.whenEmpty(
        new EmptyState(Feather.BOOKMARK, "bookmarks.empty"), model.rows().loadedProperty());
    Button drafts =
        Buttons.plain("drafts.title", () -> workspace.navigator().go(new Place.Drafts()));
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("bookmarks.title"), drafts));
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

  /// The screen of the bookmarks.
  public static Screen screen(Workspace workspace) {
    BookmarksViewModel model = new BookmarksViewModel(workspace);
    return new Screen(new BookmarksScreen(workspace, model), model::close);
  }

  private Region row(BookmarkRow row) {
    MessageId message = row.bookmark().message();
    Region post =
        row.post()
            .<Region>map(found -> new PostRow(found, actions))
            .orElseGet(() -> new Remark(Feather.CLOUD_OFF, missing(row)));
    HBox.setHgrow(post, Priority.ALWAYS);
    Button remove = Buttons.icon(Feather.X, "bookmarks.remove", () -> model.remove(message));
    HBox line = new HBox(post, remove);
    line.getStyleClass().add("bookmark");
    return line;
  }

  private static String missing(BookmarkRow row) {
    return row.absence().map(why -> Texts.of("bookmarks.missing", AbsenceWords.of(why))).orElse("");
  }
}
