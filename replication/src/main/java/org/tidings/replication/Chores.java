package org.tidings.replication;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.local.Copies;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.peer.PeerEvent;

/// What the network does with the store by the clock: notes who has our messages, and looks where
/// others say that pubs are. It may wait for the disk, and holds nothing else up. One thread runs
/// it.
final class Chores {
  private static final Logger log = LoggerFactory.getLogger(Chores.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Copies copies;
  private final Pubs pubs;
  private final Switchboard switchboard;
  private final InstantSource clock;
  private final boolean calls;

  /// @param clock a steady one
  /// @param calls whether known peers are called without being asked
  Chores(Copies copies, Pubs pubs, Switchboard switchboard, InstantSource clock, boolean calls) {
    this.copies = copies;
    this.pubs = pubs;
    this.switchboard = switchboard;
    this.clock = clock;
    this.calls = calls;
  }

  /// Runs until interrupted.
  void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Notes who has our messages.
  void saveCopies() {
    try {
      copies.save();
    } catch (StoreException failure) {
      log.warn("who has our messages is not noted yet: {}", failure.sentence());
    }
  }

  /// A fault in one round must not end all that come after it.
  private void round() {
    try {
      saveCopies();
      if (calls) {
        pubs.due(clock.instant()).forEach(pub -> switchboard.tell(PeerEvent.Known.of(pub)));
      }
    } catch (RuntimeException | Error bug) {
      log.error("the network's chores met a fault", bug);
    }
  }
}
