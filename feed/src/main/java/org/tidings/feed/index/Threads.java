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

  private Optional<ThreadView> thread(Tx tx, PostReader posts, MessageId message) {
    MessageId root =
        posts.find(message).flatMap(post -> post.post().place().root()).orElse(message);
    return tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), root.bytes())
        .map(thread -> view(tx, posts, root, thread))
        .filter(view -> !view.posts().isEmpty() || view.hidden() > 0);
  }

  private static ThreadView view(Tx tx, PostReader posts, MessageId root, long thread) {
    List<Long> arrivals =
        tx.list(
            "SELECT arrival FROM posts WHERE thread = ? ORDER BY shown DESC, arrival DESC LIMIT ?",
            row -> row.number(1),
            thread,
            LONGEST);
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
