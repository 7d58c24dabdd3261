package org.tidings.feed.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// The newest posts of people whose history is still arriving, to be shown as such. Their times
/// have no arrival. Blocked and muted authors are left out by the query. Thread-safe.
public final class EarlyPosts {

  private static final String NEWEST =
      "SELECT id, wire, shown FROM early JOIN reach USING (feed)"
          + " WHERE hops BETWEEN 0 AND ? AND"
          + Reading.unmuted("early.feed")
          + "AND received > ? ORDER BY shown DESC, id LIMIT ?";

  /// Where no history has come for so long, none is arriving.
  private static final Duration PATIENCE = Duration.ofDays(7);

  private final Reading reading;
  private final InstantSource clock;

  public EarlyPosts(Reading reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// At most `limit` of feeds within `hops`, the newest first. Those of them in muted threads are
  /// left out, and no older ones take their place.
  public List<PostView> newest(int hops, int limit) {
    return reading.database().read(tx -> newest(tx, hops, limit));
  }

  private List<PostView> newest(Tx tx, int hops, int limit) {
    PostReader posts = new PostReader(reading, tx);
    List<PostView> found = new ArrayList<>();
    tx.each(
        NEWEST,
        row ->
            said(row)
                .flatMap(posts::view)
                .filter(post -> !posts.isThreadMuted(post))
                .ifPresent(found::add),
        hops,
        clock.millis() - PATIENCE.toMillis(),
        limit);
    return found;
  }

  /// What has been damaged on disk is not shown.
  private static Optional<PostReader.Said> said(Row row) {
    return MessageCodec.decode(row.bytes(2)) instanceof Message message
            && Arrays.equals(message.id().bytes(), row.bytes(1))
        ? Optional.of(
            new PostReader.Said(
                message.id(),
                message.author(),
                ContentParser.parse(message.content()),
                List.of(),
                new Times(message.timestamp(), row.number(3), 0)))
        : Optional.empty();
  }
}
