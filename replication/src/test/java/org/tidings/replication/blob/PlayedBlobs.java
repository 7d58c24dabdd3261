package org.tidings.replication.blob;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// A [BlobState], and what happens to it.
abstract class PlayedBlobs {
  static final BlobId A = blob(1);
  static final BlobId B = blob(2);
  static final long ALICE = 1;
  static final long BOB = 2;

  final BlobState state = new BlobState();
  long now;

  List<Action> on(Event event) {
    return state.on(event, now);
  }

  void pass(long ms) {
    now += ms;
  }

  static Event wished(Set<BlobId> named) {
    return new Event.Wished(Set.of(), named);
  }

  static Event opened(long link) {
    return new Event.Opened(link, peer(link));
  }

  static FeedId peer(long number) {
    return FeedId.of(ByteBuffer.allocate(32).putLong(number).array());
  }

  void listening(long link) {
    on(opened(link));
    on(new Event.Listening(link));
  }

  List<Action> wants(long link, BlobId blob, long distance) {
    return on(new Event.Heard(link, Map.of(blob, distance), Map.of(), true));
  }

  List<Action> has(long link, BlobId blob, long size) {
    return on(new Event.Heard(link, Map.of(blob, size), Map.of(), true));
  }

  static Action tell(long link, Map<BlobId, Long> told) {
    return new Action.Tell(link, told);
  }

  static Map<BlobId, Long> numbered(int from, int to, long value) {
    Map<BlobId, Long> all = new LinkedHashMap<>();
    Stream.iterate(from, i -> i + 1).limit(to - from + 1).forEach(i -> all.put(blob(i), value));
    return all;
  }

  static BlobId blob(int number) {
    return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
