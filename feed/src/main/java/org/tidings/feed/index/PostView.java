package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// One post as it is shown.
///
/// @param recipients whom a private post says it is for; empty in the open
public record PostView(
    MessageId id, Byline by, Post post, Times times, Votes votes, List<FeedId> recipients) {

  public PostView {
    recipients = List.copyOf(recipients);
  }

  /// A post in the open.
  public PostView(MessageId id, Byline by, Post post, Times times, Votes votes) {
    this(id, by, post, times, votes, List.of());
  }
}
