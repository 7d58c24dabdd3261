package org.tidings.replication.blob;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Pace;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;

/// Serves one caller the blobs that are here: `blobs.has`, `size`, `get` and `getSlice`. A few at a
/// time, the others wait their turn; and a stranger, who may ask for the same again and again, gets
/// no more in a time than [Pace] allows. One that turns out to be damaged while all of it is sent
/// is not here from then on. Thread-safe. Protocol 7.2.
public final class BlobServing {
  private static final Logger log = LoggerFactory.getLogger(BlobServing.class);

  static final Method GET = Method.source("blobs.get");
  static final Method GET_SLICE = Method.source("blobs.getSlice");
  private static final Method HAS = Method.async("blobs.has");
  private static final Method SIZE = Method.async("blobs.size");

  private static final int MOST_AT_A_TIME = 4;
  private static final int MOST_ASKED = 1_000;
  private static final int PIECE = 64 * 1024;

  /// How long each is in a question, in bytes.
  private static final int LENGTH_OF_ID = 55;

  private final BlobStore store;
  private final Optional<Semaphore> strangers;
  private final Semaphore turns = new Semaphore(MOST_AT_A_TIME, true);
  private final Semaphore pace = new Semaphore(1, true);

  public BlobServing(BlobStore store) {
    this(store, Optional.empty());
  }

  /// @param strangers where the caller is one, the permit that all strangers share: each of their
  ///     questions may be for many blobs, and has all of them looked for
  BlobServing(BlobStore store, Optional<Semaphore> strangers) {
    this.store = store;
    this.strangers = strangers;
  }

  /// The procedures.
  public List<Procedure> procedures() {
    return List.of(
        Procedure.async(
            HAS, call -> Body.json(inTurn(argument(call), blob -> Json.of(store.has(blob))))),
        Procedure.async(SIZE, call -> Body.json(inTurn(argument(call), this::size))),
        Procedure.stream(GET, this::serve),
        Procedure.stream(GET_SLICE, this::serve));
  }

  /// What there is to say of one blob.
  @FunctionalInterface
  private interface Answer {
    Json of(BlobId blob);
  }

  /// Answers strangers one question after the other, and none of them faster than it could be
  /// heard.
  private Json inTurn(Json asked, Answer answer) throws RpcError, InterruptedException {
    if (strangers.isEmpty()) {
      return answer(asked, answer);
    }
    pace.acquire();
    try {
      Json answered = alone(strangers.get(), asked, answer);
      Pace.after(LENGTH_OF_ID * (asked instanceof JsonArray(List<Json> items) ? items.size() : 1));
      return answered;
    } finally {
      pace.release();
    }
  }

  /// Waits until a stranger may have more, over all its calls together.
  private void slowDown(int bytes) throws InterruptedException {
    if (strangers.isPresent()) {
      Pace.inTurn(pace, bytes);
    }
  }

  private static Json alone(Semaphore permit, Json asked, Answer answer)
      throws RpcError, InterruptedException {
    permit.acquire();
    try {
      return answer(asked, answer);
    } finally {
      permit.release();
    }
  }

  /// Answers for one blob, or for each of several.
  private static Json answer(Json asked, Answer answer) throws RpcError {
    if (!(asked instanceof JsonArray(List<Json> items))) {
      return answer.of(BlobQuery.id(asked));
    }
    if (items.size() > MOST_ASKED) {
      throw new RpcError("more than " + MOST_ASKED + " blobs at once");
    }
    List<Json> answers = new ArrayList<>();
    for (Json item : items) {
      answers.add(answer.of(BlobQuery.id(item)));
    }
    return new JsonArray(answers);
  }

  private Json size(BlobId blob) {
    OptionalLong size = store.size(blob);
    return size.isPresent() ? Json.of((double) size.getAsLong()) : JsonNull.NULL;
  }

  private void serve(Call call, RpcStream stream) throws IOException, InterruptedException {
    BlobQuery query = BlobQuery.of(argument(call));
    turns.acquire();
    try {
      slowDown(LENGTH_OF_ID);
      long size = store.size(query.blob()).orElseThrow(BlobServing::notHere);
      long end = query.endIn(size);
      if (query.start() == 0 && end == size) {
        sendWhole(query.blob(), size, stream);
      } else {
        send(query.blob(), query.start(), end, stream, piece -> {});
      }
    } catch (StoreException unreadable) {
      // A call that is cancelled while the disk is read ends here as well.
      log.debug("{} is not served: {}", query.blob(), unreadable.sentence());
      throw notHere();
    } finally {
      turns.release();
    }
  }

  /// Whoever is sent a damaged one refuses it.
  private void sendWhole(BlobId blob, long size, RpcStream stream)
      throws IOException, InterruptedException {
    MessageDigest digest = Sha256.digest();
    send(blob, 0, size, stream, digest::update);
    if (!BlobId.of(digest.digest()).equals(blob)) {
      store.setAsideIfDamaged(blob);
      throw notHere();
    }
  }

  private void send(BlobId blob, long start, long end, RpcStream stream, Consumer<byte[]> sent)
      throws IOException, InterruptedException {
    for (long from = start; from < end; from += PIECE) {
      int length = (int) Math.min(PIECE, end - from);
      byte[] piece = store.slice(blob, from, length).orElseThrow(BlobServing::notHere);
      sent.accept(piece);
      stream.send(Body.binary(piece));
      slowDown(length);
    }
  }

  private static Json argument(Call call) {
    return call.argument(0).orElse(JsonNull.NULL);
  }

  private static RpcError notHere() {
    return new RpcError("could not get blob");
  }
}
