package org.tidings.ui.compose;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.tidings.feed.content.Post;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.workspace.Workspace;

/// Whether what is written goes on as a thread where one post cannot hold it. Confined to the
/// screen thread.
public final class Continuation implements AutoCloseable {
  /// About one more paragraph.
  private static final int NEAR = 500;

  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.ROOMY);
  private final ReadOnlyObjectWrapper<List<Post>> posts = new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final LatestQuery<List<Post>> query;

  /// How the text stands to what one post holds.
  public enum Stage {
    /// It fits.
    ROOMY,
    /// It fits, but not much more does.
    NEAR,
    /// It is too long, and how many posts it takes is being found out.
    COUNTING,
    /// It is too long for one post, and takes several.
    SEVERAL,
    /// It is too long for a thread, too.
    TOO_LONG
  }

  Continuation(Workspace workspace) {
    query = new LatestQuery<>(workspace.background(), this::counted, workspace.notices()::tell);
  }

  /// What is written has changed.
  ///
  /// @param room how many characters more one post could hold
  void follow(Manuscript now, int room) {
    if (room >= 0) {
      query.cancel();
      posts.set(List.of());
      stage.set(room < NEAR ? Stage.NEAR : Stage.ROOMY);
    } else {
      if (posts.get().isEmpty()) {
        stage.set(Stage.COUNTING);
      }
      query.ask(now::thread);
    }
  }

  private void counted(List<Post> found) {
    posts.set(found);
    stage.set(found.isEmpty() ? Stage.TOO_LONG : Stage.SEVERAL);
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// The posts it takes, as of a moment ago; nothing where one holds it, or too many would be
  /// needed.
  public ReadOnlyObjectProperty<List<Post>> postsProperty() {
    return posts.getReadOnlyProperty();
  }

  /// Whether the person wants it to go on as a thread.
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /// Whether it can be posted as a thread, and shall be.
  boolean isReady() {
    return wanted.get() && !posts.get().isEmpty();
  }

  @Override
  public void close() {
    query.cancel();
  }
}
