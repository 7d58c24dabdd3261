package org.tidings.replication;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.Subscription;

/// Those who want to know that something changed; many changes become one call. Thread-safe.
final class Listeners {
  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<Runnable> all = new CopyOnWriteArrayList<>();
  private final AtomicBoolean changed = new AtomicBoolean();

  Subscription add(Runnable listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /// Something changed; listeners hear of it at the next [#tellIfChanged].
  void changed() {
    changed.set(true);
  }

  void tellIfChanged() {
    if (changed.getAndSet(false)) {
      all.forEach(Listeners::tell);
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error bug) {
      log.error("a listener failed", bug);
    }
  }
}
