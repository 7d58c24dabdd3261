package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.ref.FeedId;

/// What we last said of others, in the open and where only we can read it. Protocol 9.1: what is
/// said in private outweighs what is said in the open. Thread-safe.
public final class OwnContacts {

  /// No edge.
  private static final int UNSAID = -9;

  private final Reading reading;

  public OwnContacts(Reading reading) {
    this.reading = reading;
  }

  /// What we said of one feed; empty where nothing was.
  public record Said(Optional<Edge> open, Optional<Edge> secret) {}

  /// What we last said of this feed.
  public Said of(FeedId feed) {
    return reading
        .database()
        .read(
            tx ->
                tx.one(
                    "SELECT coalesce(open, ?3), coalesce(secret, ?3) FROM contacts"
                        + " WHERE author = ?1 AND contact = ?2",
                    row -> new Said(edge(row.integer(1)), edge(row.integer(2))),
                    reading.self(),
                    reading.numberOf(feed),
                    UNSAID))
        .orElse(new Said(Optional.empty(), Optional.empty()));
  }

  private static Optional<Edge> edge(int number) {
    return number == UNSAID ? Optional.empty() : Optional.of(ContactIndex.edgeOf(number));
  }
}
