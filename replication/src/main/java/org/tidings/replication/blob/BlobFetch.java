package org.tidings.replication.blob;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.blob.Blob;
import org.tidings.feed.blob.BlobIntake;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.BinaryBody;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;

/// One blob on its way here from one peer: hashed while it comes, and refused as soon as it is more
/// than the peer said. Thread-safe, but runs once.
final class BlobFetch {
  private static final Logger log = LoggerFactory.getLogger(BlobFetch.class);

  private final BlobStore store;
  private final RpcConnection connection;
  private final Action.Fetch what;
  private final AtomicLong received = new AtomicLong();
  private volatile Optional<RpcStream> open = Optional.empty();
  private volatile boolean cancelled;

  BlobFetch(BlobStore store, RpcConnection connection, Action.Fetch what) {
    this.store = store;
    this.connection = connection;
    this.what = what;
  }

  /// How many bytes have come.
  long received() {
    return received.get();
  }

  void cancel() {
    cancelled = true;
    open.ifPresent(RpcStream::close);
  }

  /// Fetches it, and says how that went.
  Event run() throws InterruptedException {
    try {
      return fetch();
    } catch (IOException | BlobRefused e) {
      log.debug("{} does not send {}: {}", connection, what.blob(), e.getMessage());
      return new Event.Failed(what.link(), what.blob(), Event.Fault.PEER);
    } catch (StoreException failure) {
      log.warn("blobs are not fetched for a while: {}", failure.sentence());
      return new Event.Failed(what.link(), what.blob(), Event.Fault.DISK);
    }
  }

  private Event fetch() throws IOException, InterruptedException, BlobRefused {
    OptionalLong here = store.size(what.blob());
    if (here.isPresent()) {
      return new Event.Stored(what.blob(), here.getAsLong());
    }
    store.checkRoom();
    JsonObject query =
        JsonObject.builder().put("key", what.blob().toString()).put("max", Blob.LARGEST).build();
    try (BlobIntake intake = store.intake(what.size());
        RpcStream stream = connection.open(BlobServing.GET, query)) {
      open = Optional.of(stream);
      if (!cancelled) {
        receive(intake, stream);
      }
      Blob blob = intake.finish(what.blob());
      return new Event.Stored(blob.id(), blob.size());
    }
  }

  private void receive(BlobIntake intake, RpcStream stream)
      throws IOException, InterruptedException, BlobRefused {
    for (Optional<Body> body = stream.receive(); body.isPresent(); body = stream.receive()) {
      if (!(body.get() instanceof BinaryBody piece)) {
        throw new IOException("a piece of a blob that is no bytes");
      }
      intake.write(piece.bytes(), piece.size());
      received.addAndGet(piece.size());
    }
  }
}
