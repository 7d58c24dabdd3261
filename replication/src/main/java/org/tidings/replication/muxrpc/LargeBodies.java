package org.tidings.replication.muxrpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tidings.replication.transport.Channel;

/// Room for large bodies while they arrive, shared by all connections, as they share one heap. When
/// there is none left, the connection whose body has been on its way longest is closed: whoever
/// announces much and lets it trickle is in nobody's way. Thread-safe.
final class LargeBodies {
  /// What all connections of this program share: room for five of the largest that honest peers
  /// send.
  static final LargeBodies OF_ALL = new LargeBodies(40L << 20);

  private final long room;
  private final SequencedMap<Channel, Integer> arriving = new LinkedHashMap<>();
  private long taken;

  /// @param room in bytes
  LargeBodies(long room) {
    this.room = room;
  }

  /// A body that arrives by that channel takes so many bytes now.
  void takes(Channel channel, int bytes) {
    List<Channel> tooMany = new ArrayList<>();
    synchronized (this) {
      taken += bytes - arriving.getOrDefault(channel, 0);
      arriving.put(channel, bytes);
      while (taken > room) {
        var oldest = arriving.pollFirstEntry();
        taken -= oldest.getValue();
        tooMany.add(oldest.getKey());
      }
    }
    tooMany.forEach(Channel::close);
  }

  /// The body has arrived, or never will.
  synchronized void done(Channel channel) {
    Integer bytes = arriving.remove(channel);
    taken -= bytes == null ? 0 : bytes;
  }
}
