package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.muxrpc.RpcConnection;

/// The blobs that are being fetched, each on a virtual thread of its own. Thread-safe.
final class Fetches {
  private final BlobStore store;
  private final Map<BlobId, BlobFetch> running = new ConcurrentHashMap<>();

  Fetches(BlobStore store) {
    this.store = store;
  }

  /// Begins one; `ended` is told how it went, on the thread of the fetch.
  void begin(Action.Fetch what, RpcConnection connection, Consumer<Event> ended) {
    BlobFetch fetch = new BlobFetch(store, connection, what);
    running.put(what.blob(), fetch);
    Thread.ofVirtual()
        .name(connection + "-blob")
        .start(
            () -> {
              try {
                Event end = fetch.run();
                running.remove(what.blob(), fetch);
                ended.accept(end);
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

  /// How many bytes have come of each.
  Map<BlobId, Long> received() {
    Map<BlobId, Long> received = new HashMap<>();
    running.forEach((blob, fetch) -> received.put(blob, fetch.received()));
    return received;
  }
}
