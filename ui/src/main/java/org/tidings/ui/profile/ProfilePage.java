package org.tidings.ui.profile;

import java.util.List;
import org.tidings.feed.index.ProfileView;
import org.tidings.ui.profile.ProfileRow.Why;

/// A profile as it is now.
///
/// @param heard whether what we write is likely to reach them
/// @param bytes what the messages of the feed take on the disk
/// @param section what `rows` are of
/// @param rows the first rows of the section
/// @param complete whether it has no more
record ProfilePage(
    ProfileView view,
    boolean heard,
    long bytes,
    Section section,
    List<ProfileRow> rows,
    boolean complete) {
  ProfilePage {
    rows = List.copyOf(rows);
  }

  /// The rows, or the one that says why there are none.
  ///
  /// @param own whether the profile is ours
  List<ProfileRow> rowsOrWhyNone(boolean own) {
    return rows.isEmpty() ? List.of(new ProfileRow.Nothing(whyNone(own))) : rows;
  }

  private Why whyNone(boolean own) {
    return switch (section) {
      case POSTS -> own ? Why.NO_OWN_POSTS : whyNoPosts();
      case PICTURES -> Why.NO_PICTURES;
      case FOLLOWING -> own ? Why.WE_FOLLOW_NOBODY : Why.FOLLOWS_NOBODY;
      case FOLLOWERS -> own ? Why.NO_FOLLOWERS_OF_OURS : Why.NO_FOLLOWERS;
    };
  }

  private Why whyNoPosts() {
    if (view.relationship().blocking()) {
      return Why.BLOCKED;
    }
    if (view.counts().messages() > 0) {
      return Why.NO_POSTS;
    }
    return view.relationship().following() ? Why.AWAITED : Why.UNKNOWN;
  }
}
