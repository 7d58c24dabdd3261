package org.tidings.ui.bookmark;

import java.util.Optional;
import org.tidings.feed.index.PostView;
import org.tidings.feed.local.Bookmarks.Bookmark;

/// A bookmark, and its post where that is here.
public record BookmarkRow(Bookmark bookmark, Optional<PostView> post) {}
