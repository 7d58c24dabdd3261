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
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;

/// One blob on its way here from one peer: hashed while it comes, and refused as soon as it is more
/// than the peer said. What has come from somebody in our reach is kept when the connection is cut,
/// and gone on with by `blobs.getSlice`; from a peer without that it comes from the start again.
/// Thread-safe, but runs once. Protocol 7.2.
final class BlobFetch {
  private static final Logger log = LoggerFactory.getLogger(BlobFetch.class);

  private final BlobStore store;
  private final LinkTable.Link link;
  private final Action.Fetch what;
  private final boolean near;
  private final AtomicLong received = new AtomicLong();
  private volatile long before;
  private volatile Optional<RpcStream> open = Optional.empty();
  private volatile boolean cancelled;

  /// @param near whether the peer is in our reach
  BlobFetch(BlobStore store, LinkTable.Link link, Action.Fetch what, boolean near) {
    this.store = store;
    this.link = link;
    this.what = what;
    this.near = near;
  }

  /// How many bytes the peer has sent.
  long received() {
    return received.get();
  }

  /// How many bytes are here, with those that were from before.
  long here() {
    return before + received.get();
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
      log.debug("{} does not send {}: {}", link.connection(), what.blob(), e.getMessage());
      return failed(Event.Fault.PEER);
    } catch (StoreException failure) {
      log.warn("blobs are not fetched for a while: {}", failure.sentence());
      return failed(Event.Fault.DISK);
    }
  }

  private Event fetch() throws IOException, InterruptedException, BlobRefused {
    OptionalLong here = store.size(what.blob());
    if (here.isPresent()) {
      return new Event.Stored(what.blob(), here.getAsLong());
    }
    store.checkRoom();
    try (BlobIntake intake =
        near ? store.intake(what.blob(), link.peer(), what.size()) : store.intake(what.size())) {
      return fetch(intake);
    }
  }

  private Event fetch(BlobIntake intake) throws IOException, InterruptedException, BlobRefused {
    try {
      if (!goesOn(intake)) {
        intake.beginAgain();
        before = 0;
        receive(intake, BlobServing.GET, query().put("max", Blob.LARGEST).build());
      }
      Blob blob = intake.finish(what.blob());
      link.progress().broughtOfBlob();
      return new Event.Stored(blob.id(), blob.size());
    } catch (BlobRefused refused) {
      if (intake.hasGoneOn()) {
        return failed(Event.Fault.BEGINNING);
      }
      throw refused;
    }
  }

  /// Fetches what is missing behind what is here already; false when there is nothing yet, or the
  /// peer sends no slices.
  private boolean goesOn(BlobIntake intake) throws IOException, InterruptedException, BlobRefused {
    before = intake.size();
    if (before == 0 || before == what.size()) {
      return before > 0;
    }
    try {
      JsonObject slice = query().put("start", before).put("end", what.size()).build();
      receive(intake, BlobServing.GET_SLICE, slice);
      return true;
    } catch (RpcError refused) {
      log.debug("{} sends no slice: {}", link.connection(), refused.message());
      return false;
    }
  }

  private JsonObject.Builder query() {
    return JsonObject.builder().put("key", what.blob().toString());
  }

  private void receive(BlobIntake intake, Method method, JsonObject query)
      throws IOException, InterruptedException, BlobRefused {
    try (RpcStream stream = link.connection().open(method, query)) {
      open = Optional.of(stream);
      while (!cancelled) {
        Optional<Body> body = stream.receive();
        if (body.isEmpty()) {
          break;
        }
        take(body.get(), intake);
      }
    }
    if (cancelled) {
      throw new IOException("it is not fetched from here any more");
    }
  }

  private void take(Body body, BlobIntake intake) throws IOException, BlobRefused {
    if (!(body instanceof BinaryBody piece)) {
      throw new IOException("a piece of a blob that is no bytes");
    }
    intake.write(piece.bytes(), piece.size());
    received.addAndGet(piece.size());
    if (near) {
      link.progress().broughtOfBlob();
    }
  }

  private Event failed(Event.Fault fault) {
    return new Event.Failed(what.link(), what.blob(), fault);
  }
}
