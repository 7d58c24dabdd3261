package org.tidings.feed.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// One post as it is shown.
///
/// @param recipients whom a private post is for, never nobody; empty in the open
/// @param hiddenBy a word in it that the person would rather not come across
public record PostView(
    MessageId id,
    Byline by,
    Post post,
    Times times,
    Votes votes,
    List<FeedId> recipients,
    Optional<String> hiddenBy) {

  public PostView {
    recipients = List.copyOf(recipients);
  }

  /// A post in the open, with nothing to hide.
  public PostView(MessageId id, Byline by, Post post, Times times, Votes votes) {
    this(id, by, post, times, votes, List.of(), Optional.empty());
  }

  /// The first message of the thread it stands in, which may be itself.
  public MessageId thread() {
    return post.place().root().orElse(id);
  }

  /// Whether it was not said in the open.
  public boolean isPrivate() {
    return !recipients.isEmpty();
  }

  /// Of a private post, those who can read it besides `self`, its author among them.
  public Set<FeedId> othersThan(FeedId self) {
    Set<FeedId> others = new LinkedHashSet<>(recipients);
    others.add(by.id());
    others.remove(self);
    return others;
  }
}
