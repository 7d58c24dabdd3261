package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.ref.BlobId;

/// The blobs that are being fetched, each on a virtual thread of its own. Thread-safe.
final class Fetches {
  private final BlobStore store;
  private final Map<BlobId, BlobFetch> running = new ConcurrentHashMap<>();

  Fetches(BlobStore store) {
    this.store = store;
  }

  /// Begins one; `ended` is told how it went, on the thread of the fetch, but not of one that was
  /// cancelled without a blob.
  ///
  /// @param near whether the peer is in our reach
  void begin(Action.Fetch what, LinkTable.Link link, boolean near, Consumer<Event> ended) {
    BlobFetch fetch = new BlobFetch(store, link, what, near);
    running.put(what.blob(), fetch);
    Thread.ofVirtual()
        .name(link.connection() + "-blob")
        .start(
            () -> {
              try {
                Event end = fetch.run();
                boolean awaited = running.remove(what.blob(), fetch);
                if (awaited || end instanceof Event.Stored) {
                  ended.accept(end);
                }
              } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            });
  }

  void cancel(BlobId blob) {
    BlobFetch fetch = running.remove(blob);
    if (fetch != null) {
      fetch.cancel();
    }
  }

  void cancelAll() {
    running.values().forEach(BlobFetch::cancel);
  }

  /// How many bytes each source has brought.
  Map<BlobId, Long> received() {
    Map<BlobId, Long> received = new HashMap<>();
    running.forEach((blob, fetch) -> received.put(blob, fetch.received()));
    return received;
  }

  /// How many bytes there are of a blob, with those from before.
  long here(BlobId blob) {
    BlobFetch fetch = running.get(blob);
    return fetch == null ? 0 : fetch.here();
  }
}
