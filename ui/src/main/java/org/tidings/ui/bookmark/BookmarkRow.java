package org.tidings.ui.bookmark;

import java.util.Optional;
import org.tidings.feed.index.Absence;
import org.tidings.feed.index.PostView;
import org.tidings.feed.local.Bookmarks.Bookmark;

/// A bookmark.
///
/// @param post the post, where that can be shown
/// @param absence why it cannot; empty where it can
public record BookmarkRow(Bookmark bookmark, Optional<PostView> post, Optional<Absence> absence) {}
