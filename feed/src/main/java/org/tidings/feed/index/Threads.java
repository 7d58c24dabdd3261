package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Whole threads. Thread-safe.
public final class Threads {

  /// Of longer threads the newest posts are shown.
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

  private Optional<ThreadView> thread(Tx tx, PostReader posts, MessageId message) {
    Optional<PostView> post = posts.find(message);
    MessageId root = post.flatMap(found -> found.post().place().root()).orElse(message);
    if (post.filter(PostView::isPrivate).isPresent()) {
      return Optional.of(view(posts, root, privateArrivals(tx, root)));
    }
    return tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), root.bytes())
        .map(thread -> view(posts, root, arrivals(tx, thread)))
        .filter(view -> !view.posts().isEmpty() || view.hidden() > 0);
  }

  private static List<Long> arrivals(Tx tx, long thread) {
    return tx.list(
        "SELECT arrival FROM posts WHERE thread = ? ORDER BY shown DESC, arrival DESC LIMIT ?",
        row -> row.number(1),
        thread,
        LONGEST);
  }

  private static List<Long> privateArrivals(Tx tx, MessageId root) {
    return tx.list(
        "SELECT arrival FROM private_posts WHERE root = ? ORDER BY shown DESC, arrival DESC LIMIT"
            + " ?",
        row -> row.number(1),
        root.bytes(),
        LONGEST);
  }

  private static ThreadView view(PostReader posts, MessageId root, List<Long> arrivals) {
    List<PostView> found = new ArrayList<>();
    arrivals.forEach(arrival -> posts.at(arrival).ifPresent(found::add));
    Collections.reverse(found);
    CausalOrder order = CausalOrder.of(found);
    return new ThreadView(
        root,
        found.stream().filter(post -> post.id().equals(root)).findFirst(),
        order.posts(),
        order.heads(),
        arrivals.size() - found.size());
  }
}
