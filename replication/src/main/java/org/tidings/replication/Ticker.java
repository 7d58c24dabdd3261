package org.tidings.replication;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.FeedEvent;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.room.Rooms;

/// What the network does by the clock, four times a second: lets calls and connections go on or
/// lapse, passes on who is in rooms, and tells listeners what is new. One thread runs it.
final class Ticker {
  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Switchboard switchboard;
  private final Rooms rooms;
  private final StatusBoard status;
  private final Listeners listeners;
  private final AtomicBoolean graphChanged = new AtomicBoolean();

  Ticker(Switchboard switchboard, Rooms rooms, StatusBoard status, Listeners listeners) {
    this.switchboard = switchboard;
    this.rooms = rooms;
    this.status = status;
    this.listeners = listeners;
  }

  /// On the events' own thread: only notes it down.
  void happened(FeedEvent event) {
    if (event instanceof FeedEvent.GraphChanged) {
      graphChanged.set(true);
    }
  }

  /// Runs until interrupted.
  void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        tick();
        Thread.sleep(TICK);
      }
    } catch (InterruptedException closed) {
      log.debug("ticker stopped");
      Thread.currentThread().interrupt();
    }
  }

  /// A fault in one round must not end all that come after it.
  private void tick() {
    try {
      passOn(graphChanged.getAndSet(false), rooms.haveChanged());
      switchboard.tick();
      switchboard.watch(System.nanoTime());
      if (status.hasChanged()) {
        listeners.changed();
      }
      listeners.tellIfChanged();
    } catch (RuntimeException | Error bug) {
      log.error("the network's clock met a fault", bug);
    }
  }

  private void passOn(boolean graphIsNew, boolean roomsAreNew) {
    if (graphIsNew) {
      switchboard.tell(new PeerEvent.BlocksChanged());
    }
    if (roomsAreNew) {
      rooms.ids().forEach(switchboard::foundRoom);
      listeners.changed();
    }
    if (graphIsNew || roomsAreNew) {
      switchboard.tell(new PeerEvent.Present(rooms.wanted()));
    }
  }
}
