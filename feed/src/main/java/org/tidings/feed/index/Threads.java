package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Threads, of long ones the root and the newest posts. Thread-safe.
public final class Threads {

  /// No more posts of a thread than these are shown, and the root.
  public static final int LONGEST = 2_000;

  /// So many posts of what is not shown are counted: one more than are told.
  private static final int COUNTED = ThreadSummary.MANY + 1;

  private final Reading reading;

  /// How much of a long thread is shown: so many of the newest posts, and all from this place on.
  private record Extent(Optional<TimelineKey> from, int most) {
    int posts(Tx tx, ThreadRows rows) {
      return Math.max(most, from.map(place -> rows.from(tx, place, LONGEST)).orElse(0));
    }
  }

  public Threads(Reading reading) {
    this.reading = reading;
  }

  /// As [#of(MessageId, int)], as long as it can be.
  public Optional<ThreadView> of(MessageId message) {
    return of(message, LONGEST);
  }

  /// The thread a message belongs to, or starts, of a vote that of what it is on: a private one of
  /// a private message. Empty when nothing of it is here.
  ///
  /// @param most how many posts are shown where it is longer; more where the message is not among
  ///     them
  public Optional<ThreadView> of(MessageId message, int most) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              Optional<Said> said = posts.said(message);
              return said.flatMap(Threads::votedOn)
                  .map(voted -> thread(tx, posts, voted, posts.said(voted), most))
                  .orElseGet(() -> thread(tx, posts, message, said, most));
            });
  }

  /// The thread in the open with this root. Where that is private, those who answer it in the open
  /// have a thread of their own, in which it does not stand.
  ///
  /// @param most how many posts are shown where it is longer
  public Optional<ThreadView> inTheOpen(MessageId root, int most) {
    Extent extent = new Extent(Optional.empty(), most);
    return reading.database().read(tx -> open(tx, new PostReader(reading, tx), root, extent));
  }

  /// How many of the newest posts of a thread it takes to have all that came after `arrival` among
  /// them; what is not among the [#LONGEST] that are newest does not count.
  public int since(ThreadView thread, long arrival) {
    return reading
        .database()
        .read(
            tx ->
                (thread.isPrivate()
                        ? Optional.of(ThreadRows.secret(thread.root()))
                        : inTheOpen(tx, thread.root()))
                    .map(rows -> rows.since(tx, arrival, LONGEST))
                    .orElse(0));
  }

  private static Optional<MessageId> votedOn(Said said) {
    return said.content() instanceof Vote vote ? Optional.of(vote.message()) : Optional.empty();
  }

  /// A single post, wherever it stands; empty when it is not here.
  public Optional<PostView> post(MessageId message) {
    return reading.database().read(tx -> new PostReader(reading, tx).find(message));
  }

  /// Why neither the message of this id nor a thread it leads to is shown; of a vote, why what it
  /// is on is not.
  public Absence absence(MessageId message) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              MessageId sought = posts.said(message).flatMap(Threads::votedOn).orElse(message);
              return new AbsenceReader(reading, posts, tx).of(sought);
            });
  }

  /// @param said what the message says, as far as it may be shown
  private Optional<ThreadView> thread(
      Tx tx, PostReader posts, MessageId message, Optional<Said> said, int most) {
    Optional<MessageId> above = said.flatMap(Threads::rootAbove);
    MessageId root = above.orElse(message);
    Extent extent = new Extent(above.flatMap(any -> said).map(found -> found.times().key()), most);
    return said.filter(found -> found.content() instanceof Post && found.isPrivate()).isPresent()
        ? Optional.of(view(tx, posts, root, ThreadRows.secret(root), extent))
        : open(tx, posts, root, extent);
  }

  private static Optional<MessageId> rootAbove(Said said) {
    return said.content() instanceof Post post ? post.place().root() : Optional.empty();
  }

  private Optional<ThreadView> open(Tx tx, PostReader posts, MessageId root, Extent extent) {
    return inTheOpen(tx, root)
        .map(rows -> view(tx, posts, root, rows, extent))
        .filter(view -> !view.posts().isEmpty() || view.hidden() > 0);
  }

  private static Optional<ThreadRows> inTheOpen(Tx tx, MessageId root) {
    return tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), root.bytes())
        .map(ThreadRows::open);
  }

  private ThreadView view(Tx tx, PostReader posts, MessageId root, ThreadRows rows, Extent extent) {
    int most = extent.posts(tx, rows);
    List<Long> newest = rows.newest(tx, most);
    List<ThreadPost> found = new ArrayList<>(posts.inThread(newest));
    Optional<ThreadPost> above =
        opening(found, root).isPresent()
            ? Optional.empty()
            : posts.inThread(root).filter(post -> post.view().isPrivate() == rows.isPrivate());
    above.ifPresent(found::add);
    Optional<PostView> opening = opening(found, root);
    boolean isOlder = above.filter(post -> post.view().post().place().root().isEmpty()).isPresent();
    int shown = newest.size() + (isOlder ? 1 : 0);
    CausalOrder order = CausalOrder.of(found);
    return new ThreadView(
        root,
        opening,
        opening.isPresent()
            ? Optional.empty()
            : Optional.of(new AbsenceReader(reading, posts, tx).of(root)),
        order.posts(),
        order.heads(),
        rows.sides(tx, root, most, COUNTED),
        Math.min(rows.hidden(tx, shown + COUNTED), COUNTED),
        newest.size() < most ? 0 : rows.visible(tx, shown + COUNTED) - shown);
  }

  private static Optional<PostView> opening(List<ThreadPost> posts, MessageId root) {
    return posts.stream().map(ThreadPost::view).filter(post -> post.id().equals(root)).findFirst();
  }
}
