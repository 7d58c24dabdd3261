package org.tidings.ui.bookmark;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Threads;
import org.tidings.feed.local.Bookmarks;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.workspace.Workspace;

/// The bookmarks, the newest first. Confined to the screen thread.
public final class BookmarksViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final PagedRows<BookmarkRow> rows;
  private final Subscription events;

  public BookmarksViewModel(Workspace workspace) {
    this.workspace = workspace;
    rows = workspace.pagedRows(this::after, row -> row.bookmark().message());
    events = workspace.followPosts(rows::refresh, rows::refreshAll);
  }

  private List<BookmarkRow> after(Optional<BookmarkRow> last, int limit) {
    Bookmarks bookmarks = workspace.feeds().bookmarks();
    List<Bookmark> page =
        last.map(row -> bookmarks.after(row.bookmark(), limit))
            .orElseGet(() -> bookmarks.newest(limit));
    return page.stream().map(one -> row(one, workspace.feeds().threads())).toList();
  }

  private static BookmarkRow row(Bookmark bookmark, Threads threads) {
    Optional<PostView> post = threads.post(bookmark.message());
    return new BookmarkRow(
        bookmark,
        post,
        post.isPresent() ? Optional.empty() : Optional.of(threads.absence(bookmark.message())));
  }

  public PagedRows<BookmarkRow> rows() {
    return rows;
  }

  /// The person comes: bookmarks may have been made or removed elsewhere in the window.
  public void arrive() {
    rows.refreshAll();
  }

  public void remove(MessageId message) {
    workspace
        .background()
        .run(
            () -> workspace.feeds().bookmarks().remove(message),
            rows::refreshAll,
            workspace.notices()::tell);
  }

  @Override
  public void close() {
    events.close();
    rows.close();
  }
}
