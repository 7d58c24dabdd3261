package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.MessageId;

/// A whole thread.
///
/// @param opening the root post, which for a side thread stands in another thread as well; empty
///     where there is none to show
/// @param absence why there is no opening; empty where there is one
/// @param posts root and replies, each after those it answers
/// @param heads the posts that no other post of the thread links to, whatever the field, nor
/// follows
///     in its feed: what a new reply names as its branch, of very many the newest
/// @param sides the threads that begin at its posts
/// @param hidden how many of the newest posts are left out because their authors are blocked; more
///     than [ThreadSummary#MANY] stand for however many
/// @param older how many posts are left out because there are so many newer ones; more than
///     [ThreadSummary#MANY] stand for however many
public record ThreadView(
    MessageId root,
    Optional<PostView> opening,
    Optional<Absence> absence,
    List<PostView> posts,
    List<MessageId> heads,
    List<SideThread> sides,
    int hidden,
    int older) {

  public ThreadView {
    posts = List.copyOf(posts);
    heads = List.copyOf(heads);
    sides = List.copyOf(sides);
  }

  /// Whether it is read by those alone for whom it was written.
  public boolean isPrivate() {
    return posts.stream().anyMatch(PostView::isPrivate);
  }
}
