package org.tidings.replication.history;

import java.util.concurrent.Semaphore;
import org.tidings.replication.muxrpc.Pace;

/// Pages of messages on their way to one peer, over however many streams: a few at a time are in
/// memory, in turn, and a stranger, who may ask for the same again and again, gets no more in a
/// time than [Pace] allows. Thread-safe.
final class Pages {
  private static final int MOST = 4;

  private final boolean ofStranger;
  private final Semaphore places = new Semaphore(MOST, true);
  private final Semaphore pace = new Semaphore(1, true);

  Pages(boolean ofStranger) {
    this.ofStranger = ofStranger;
  }

  /// Waits for a place for one more.
  void take() throws InterruptedException {
    places.acquire();
  }

  /// So many bytes of it were sent: waits until the next may be.
  void sent(int bytes) throws InterruptedException {
    if (ofStranger && bytes > 0) {
      Pace.inTurn(pace, bytes);
    }
  }

  /// Gives the place back.
  void leave() {
    places.release();
  }
}
