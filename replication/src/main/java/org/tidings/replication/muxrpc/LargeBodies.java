package org.tidings.replication.muxrpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Room for large bodies from when they arrive until somebody takes them, shared by connections, as
/// they share one heap: one room for people in our reach and our own programs, another for all
/// others, who could come under any number of names and have everybody else's closed. When there is
/// none left, the connection whose body has been here longest is closed: whoever announces much and
/// lets it trickle, or sends what is only heard slowly, is in nobody's way. Thread-safe.
final class LargeBodies {
  /// For three of the largest that honest peers send.
  static final LargeBodies OF_KNOWN = new LargeBodies(24L << 20);

  /// For two.
  static final LargeBodies OF_STRANGERS = new LargeBodies(16L << 20);

  private final long room;
  private final SequencedMap<Runnable, Integer> here = new LinkedHashMap<>();
  private long taken;

  /// @param room in bytes
  LargeBodies(long room) {
    this.room = room;
  }

  /// The body that arrives on a connection takes so many bytes now.
  ///
  /// @param close ends that connection, waiting for nobody; always the same one
  void takes(Runnable close, int bytes) {
    List<Runnable> tooMany = new ArrayList<>();
    synchronized (this) {
      taken += bytes - here.getOrDefault(close, 0);
      here.put(close, bytes);
      while (taken > room) {
        var oldest = here.pollFirstEntry();
        taken -= oldest.getValue();
        tooMany.add(oldest.getKey());
      }
    }
    tooMany.forEach(Runnable::run);
  }

  /// Somebody has taken the body of that connection, or it never comes.
  synchronized void done(Runnable close) {
    Integer bytes = here.remove(close);
    taken -= bytes == null ? 0 : bytes;
  }
}
