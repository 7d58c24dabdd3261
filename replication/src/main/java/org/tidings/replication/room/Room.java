package org.tidings.replication.room;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.room.RoomException.Step;

/// A room we are in, as long as the connection to it lasts. Thread-safe.
final class Room {
  private static final int MOST_TUNNELS = 50;
  private static final int MOST_UNPROVEN = 10;

  /// Of those: anybody in a room can open tunnels to us and say nothing, again and again, and is to
  /// keep no friend out.
  private static final int MOST_UNPROVEN_OF_STRANGERS = 6;

  private static final int SHORT = 9;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RpcConnection connection;
  private final RoomMetadata metadata;
  private final Attendants attendants = new Attendants();
  private final CompletableFuture<Boolean> admission = new CompletableFuture<>();
  private final Semaphore tunnels = new Semaphore(MOST_TUNNELS);
  private final Semaphore unproven = new Semaphore(MOST_UNPROVEN);
  private final Semaphore unprovenOfStrangers = new Semaphore(MOST_UNPROVEN_OF_STRANGERS);

  Room(RpcConnection connection, RoomMetadata metadata) {
    this.connection = connection;
    this.metadata = metadata;
  }

  FeedId id() {
    return connection.remote();
  }

  RpcConnection connection() {
    return connection;
  }

  RoomMetadata metadata() {
    return metadata;
  }

  Attendants attendants() {
    return attendants;
  }

  /// It has told us who is there, or refused to; what counts is what came first.
  void admits(boolean us) {
    admission.complete(us);
  }

  /// Whether it is closed to us, waiting until that shows: it neither takes us for a member nor
  /// tells us who is there, as open rooms tell everybody.
  boolean isClosedToUs(Duration patience) throws InterruptedException {
    if (metadata.membership()) {
      return false;
    }
    try {
      return !admission.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException untold) {
      return false;
    }
  }

  /// What its tunnels are called where people see where somebody came from.
  String name() {
    return "room " + id().toString().substring(0, SHORT);
  }

  /// Has the room do something; the answer as text.
  ///
  /// @throws RoomException with what the room says, or when it does not answer
  String ask(Method method, Json... arguments) throws RoomException, InterruptedException {
    Json answer = answer(method, arguments);
    return answer.asString().orElseGet(() -> JsonWriter.compactText(answer));
  }

  /// The same, where the answer is a list; only the texts in it.
  List<String> askForTexts(Method method, Json... arguments)
      throws RoomException, InterruptedException {
    return answer(method, arguments) instanceof JsonArray list
        ? list.items().stream().flatMap(item -> item.asString().stream()).toList()
        : List.of();
  }

  private Json answer(Method method, Json... arguments) throws RoomException, InterruptedException {
    FutureTask<Body> answer = new FutureTask<>(() -> connection.call(method, arguments));
    Thread.ofVirtual().name(connection + "-" + method).start(answer);
    try {
      Body body = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return body instanceof JsonBody json ? json.json() : Json.of(body.toString());
    } catch (ExecutionException e) {
      throw new RoomException(Step.ASK, reason(e.getCause(), method), e);
    } catch (TimeoutException | IOException e) {
      throw new RoomException(Step.ASK, Told.of(RoomFault.SILENT), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static Told reason(@Nullable Throwable cause, Method method) {
    return switch (cause) {
      case RpcError error when error.saysMissing(method) -> Told.of(RoomFault.CANNOT);
      case RpcError error -> Told.of(RoomFault.SAYS, error.brief());
      case null, default -> Told.of(RoomFault.BROKE_OFF);
    };
  }

  /// A place for one more who comes through it, and has not proved yet who they are; empty when
  /// there is none.
  ///
  /// @param isStranger whether the room names nobody of our reach as who comes
  Optional<Place> place(boolean isStranger) {
    List<Semaphore> taken = new ArrayList<>();
    List<Semaphore> needed =
        isStranger ? List.of(tunnels, unproven, unprovenOfStrangers) : List.of(tunnels, unproven);
    for (Semaphore each : needed) {
      if (!each.tryAcquire()) {
        taken.forEach(Semaphore::release);
        return Optional.empty();
      }
      taken.add(each);
    }
    return Optional.of(new Place(taken.subList(1, taken.size())));
  }

  /// One that is taken until it is closed. Used by one thread.
  final class Place implements AutoCloseable {
    private List<Semaphore> untilProven;

    private Place(List<Semaphore> untilProven) {
      this.untilProven = untilProven;
    }

    /// Whoever has it has proved who they are.
    void proven() {
      untilProven.forEach(Semaphore::release);
      untilProven = List.of();
    }

    @Override
    public void close() {
      proven();
      tunnels.release();
    }
  }
}
