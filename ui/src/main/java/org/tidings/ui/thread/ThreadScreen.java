package org.tidings.ui.thread;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.Remark;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostCard;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// A thread and the place to answer it. Confined to the JavaFX thread.
public final class ThreadScreen extends BorderPane {
  private final PostActions actions;
  private final RowList<ThreadRow> rows = new RowList<>(this::row);

  private ThreadScreen(Workspace workspace, ThreadViewModel model) {
    actions = new PostActions(workspace);
    rows.setItems(model.rows());
    EmptyState empty = new EmptyState(Feather.CLOUD_OFF, "thread.empty");
    empty.visibleProperty().bind(model.loadedProperty());
    rows.setPlaceholder(empty);
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("thread.title")));
    setCenter(rows);
    getStyleClass().add("screen");
  }

  /// The screen of the thread `message` belongs to.
  public static Screen screen(Workspace workspace, MessageId message) {
    ThreadViewModel model = new ThreadViewModel(workspace, message);
    return new Screen(new ThreadScreen(workspace, model), model::close);
  }

  private Region row(ThreadRow row) {
    return switch (row) {
      case ThreadRow.OfPost(var post, boolean opening) -> {
        PostCard card = new PostCard(post, true, actions, () -> {});
        card.getStyleClass().add(opening ? "thread-opening" : "thread-reply");
        yield card;
      }
      case ThreadRow.OpeningMissing missing ->
          new Remark(Feather.CLOUD_OFF, Texts.of("timeline.openingMissing"));
      case ThreadRow.Hidden(int count) ->
          new Remark(Feather.EYE_OFF, Texts.of("thread.hidden", count));
    };
  }
}
