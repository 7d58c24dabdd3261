package org.tidings.replication.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;

/// Messages of one type, those among the private ones too that we can read, as ssb-server has them;
/// the keys are arrival numbers. Thread-safe.
record TypeStretch(Feeds feeds, String type, Unsealing unsealing) implements Stretch {
  @Override
  public long end() {
    return feeds.log().lastArrival() + 1;
  }

  @Override
  public List<StoredMessage> up(long from, long to, int limit) {
    List<StoredMessage> found = new ArrayList<>(feeds.log().oldest(filter(), from - 1, limit));
    found.addAll(sealed(from, to, false, limit));
    return merged(found, from, to, Comparator.comparingLong(this::key), limit);
  }

  @Override
  public List<StoredMessage> down(long from, long to, int limit) {
    List<StoredMessage> found = new ArrayList<>(feeds.log().newest(filter(), to, limit));
    found.addAll(sealed(from, to, true, limit));
    return merged(found, from, to, Comparator.comparingLong(this::key).reversed(), limit);
  }

  @Override
  public long key(StoredMessage message) {
    return message.arrival().number();
  }

  @Override
  public boolean takes(StoredMessage message) {
    Optional<Message> read = message.read();
    return read.map(Message::type).filter(type::equals).isPresent()
        || read.flatMap(unsealing::open)
            .flatMap(content -> content.string("type"))
            .filter(type::equals)
            .isPresent();
  }

  private LogFilter filter() {
    return LogFilter.EVERYTHING.ofType(type);
  }

  private List<StoredMessage> sealed(long from, long to, boolean newestFirst, int limit) {
    return feeds.opened().ofType(type, from, to, newestFirst, limit).stream()
        .flatMap(arrival -> feeds.log().oldest(LogFilter.EVERYTHING, arrival - 1, 1).stream())
        .toList();
  }

  private List<StoredMessage> merged(
      List<StoredMessage> found, long from, long to, Comparator<StoredMessage> order, int limit) {
    return found.stream()
        .filter(message -> key(message) >= from && key(message) < to)
        .sorted(order)
        .limit(limit)
        .toList();
  }
}
