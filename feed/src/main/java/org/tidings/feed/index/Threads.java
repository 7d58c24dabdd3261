package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Whole threads. Thread-safe.
public final class Threads {

  /// Of longer threads the root and the newest posts are shown.
  private static final int LONGEST = 2_000;

  private final Reading reading;

  public Threads(Reading reading) {
    this.reading = reading;
  }

  /// The thread a message belongs to, or starts; empty when nothing of it is here.
  public Optional<ThreadView> of(MessageId message) {
    return reading.database().read(tx -> thread(tx, new PostReader(reading, tx), message));
  }

  /// A single post, wherever it stands; empty when it is not here.
  public Optional<PostView> post(MessageId message) {
    return reading.database().read(tx -> new PostReader(reading, tx).find(message));
  }

  /// The rows of one thread, in the open or private; `key` is parameter 1.
  private record Rows(String from, Object key, boolean isPrivate) {

    static Rows open(long thread) {
      return new Rows(" FROM posts p WHERE p.thread = ?1", thread, false);
    }

    static Rows secret(MessageId root) {
      return new Rows(" FROM private_posts p WHERE p.root = ?1", root.bytes(), true);
    }

    /// The newest that may be shown.
    List<Long> newest(Tx tx) {
      return tx.list(
          "SELECT p.arrival"
              + from
              + " AND"
              + Reading.unblocked("p.feed")
              + "ORDER BY p.shown DESC, p.arrival DESC LIMIT ?2",
          row -> row.number(1),
          key,
          LONGEST);
    }

    Counts counts(Tx tx) {
      return tx.one(
              "SELECT count(*), coalesce(sum(" + Reading.unblocked("p.feed") + "), 0)" + from,
              row -> new Counts(row.integer(1), row.integer(2)),
              key)
          .orElseThrow();
    }
  }

  /// How many posts a thread has, and how many of them may be shown.
  private record Counts(int all, int visible) {}

  private static Optional<ThreadView> thread(Tx tx, PostReader posts, MessageId message) {
    Optional<PostView> post = posts.find(message);
    MessageId root = post.flatMap(found -> found.post().place().root()).orElse(message);
    if (post.filter(PostView::isPrivate).isPresent()) {
      return Optional.of(view(tx, posts, root, Rows.secret(root)));
    }
    return tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), root.bytes())
        .map(thread -> view(tx, posts, root, Rows.open(thread)))
        .filter(view -> !view.posts().isEmpty() || view.hidden() > 0);
  }

  private static ThreadView view(Tx tx, PostReader posts, MessageId root, Rows rows) {
    List<Long> newest = rows.newest(tx);
    List<PostView> found = new ArrayList<>();
    newest.forEach(arrival -> posts.at(arrival).ifPresent(found::add));
    Counts counts = rows.counts(tx);
    int older = counts.visible - newest.size();
    Optional<PostView> opening =
        older == 0
            ? found.stream().filter(post -> post.id().equals(root)).findFirst()
            : opening(posts, root, rows);
    if (opening.isPresent() && !found.contains(opening.get())) {
      found.add(opening.get());
      older--;
    }
    CausalOrder order = CausalOrder.of(found);
    return new ThreadView(
        root, opening, order.posts(), order.heads(), counts.all - counts.visible, older);
  }

  /// The root, whether it is among the newest or not; never a post of another thread.
  private static Optional<PostView> opening(PostReader posts, MessageId root, Rows rows) {
    return posts
        .find(root)
        .filter(post -> post.isPrivate() == rows.isPrivate)
        .filter(post -> post.post().place().root().orElse(root).equals(root));
  }
}
