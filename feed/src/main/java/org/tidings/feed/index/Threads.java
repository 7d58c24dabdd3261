package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Vote;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Whole threads. Thread-safe.
public final class Threads {

  private final Reading reading;

  public Threads(Reading reading) {
    this.reading = reading;
  }

  /// The thread a message belongs to, or starts, of a vote that of what it is on; empty when
  /// nothing of it is here.
  public Optional<ThreadView> of(MessageId message) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              return thread(tx, posts, votedOn(posts, message).orElse(message));
            });
  }

  private static Optional<MessageId> votedOn(PostReader posts, MessageId message) {
    return posts
        .said(message)
        .flatMap(
            said ->
                said.content() instanceof Vote vote
                    ? Optional.of(vote.message())
                    : Optional.empty());
  }

  /// A single post, wherever it stands; empty when it is not here.
  public Optional<PostView> post(MessageId message) {
    return reading.database().read(tx -> new PostReader(reading, tx).find(message));
  }

  private static Optional<ThreadView> thread(Tx tx, PostReader posts, MessageId message) {
    Optional<PostView> post = posts.find(message);
    MessageId root = post.flatMap(found -> found.post().place().root()).orElse(message);
    if (post.filter(PostView::isPrivate).isPresent()) {
      return Optional.of(view(tx, posts, root, ThreadRows.secret(root)));
    }
    return tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), root.bytes())
        .map(thread -> view(tx, posts, root, ThreadRows.open(thread)))
        .filter(view -> !view.posts().isEmpty() || view.hidden() > 0);
  }

  private static ThreadView view(Tx tx, PostReader posts, MessageId root, ThreadRows rows) {
    List<Long> newest = rows.newest(tx);
    List<ThreadPost> found = new ArrayList<>();
    newest.forEach(arrival -> posts.inThread(arrival).ifPresent(found::add));
    Optional<ThreadPost> first =
        posts.inThread(root).filter(post -> post.view().isPrivate() == rows.isPrivate());
    Optional<PostView> opening = first.map(ThreadPost::view);
    boolean isAbove = opening.isPresent() && !newest.contains(opening.get().times().arrival());
    if (isAbove) {
      first.ifPresent(found::add);
    }
    ThreadRows.Counts counts = rows.counts(tx);
    boolean isOlder = isAbove && opening.get().post().place().root().isEmpty();
    CausalOrder order = CausalOrder.of(found);
    return new ThreadView(
        root,
        opening,
        order.posts(),
        order.heads(),
        rows.sides(tx, root),
        counts.all() - counts.visible(),
        counts.visible() - newest.size() - (isOlder ? 1 : 0));
  }
}
