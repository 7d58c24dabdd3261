package org.tidings.replication.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tidings.feed.Feeds;
import org.tidings.feed.doctor.Report;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.CutTail;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.PublishingGate;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.peer.ConnImport;
import org.tidings.replication.transport.PeerAddress;

/// The commands, run by the process that owns the data folder. Thread-safe.
public final class OwnerNode implements LocalNode, AutoCloseable {
  private static final Duration HANDSHAKE = Duration.ofSeconds(15);

  private final Feeds feeds;
  private final Optional<Replication> replication;
  private final Milestones milestones;
  private final Retrieval retrieval;
  private volatile Optional<Consumer<Optional<String>>> window = Optional.empty();

  /// @param replication absent where a command opened the folder only for itself
  public OwnerNode(Feeds feeds, Optional<Replication> replication, InstantSource clock) {
    this.feeds = feeds;
    this.replication = replication;
    this.milestones = new Milestones(feeds.log(), feeds.events(), clock);
    this.retrieval = new Retrieval(feeds);
  }

  /// From now on there is a window, and this brings it to the front, and there to where a link
  /// leads.
  public void windowRaisedBy(Consumer<Optional<String>> raise) {
    window = Optional.of(raise);
  }

  @Override
  public JsonObject status() {
    return StatusJson.of(feeds, replication);
  }

  @Override
  public JsonObject resume() throws RpcError {
    PublishingGate gate = feeds.gate();
    String sentence = "Publishing is open.";
    if (gate.state() instanceof GateState.Held(var reason)) {
      if (!reason.canBeOverridden()) {
        throw new RpcError(reason.sentence());
      }
      Optional<CutTail> cut = gate.cutOffTail();
      if (cut.isEmpty()) {
        gate.override();
      }
      sentence = cut.map(CutTail::sentence).orElse(sentence);
    }
    if (gate.state() instanceof GateState.Held still) {
      throw new RpcError(still.sentence());
    }
    return JsonObject.builder().put("publishing", "open").put("sentence", sentence).build();
  }

  @Override
  public JsonObject waitForMessages(long atLeast, Duration atMost)
      throws RpcError, InterruptedException {
    return milestones.await(atLeast, atMost);
  }

  @Override
  public MessageId publish(JsonObject content) throws RpcError {
    return Refusals.published(() -> feeds.publisher().publish(content)).id();
  }

  @Override
  public MessageId publishPrivate(JsonObject content, List<FeedId> readers) throws RpcError {
    return Refusals.published(() -> feeds.publisher().publishPrivate(content, readers)).id();
  }

  @Override
  public void connect(PeerAddress address) throws IOException, InterruptedException {
    Replication network = network();
    FutureTask<Boolean> handshake =
        new FutureTask<>(
            () -> {
              network.connect(address);
              return true;
            });
    Thread.ofVirtual().name("connect").start(handshake);
    try {
      handshake.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      handshake.cancel(true);
      throw new RpcError(
          "%s did not answer within %d s.".formatted(address, HANDSHAKE.toSeconds()));
    } catch (ExecutionException e) {
      throw Refusals.answer(e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public JsonObject createInvite(InviteQuery query) throws RpcError {
    if (query.device() && replication.isEmpty()) {
      throw new RpcError(
          "A device is paired with a Tidings that runs: start it here, and then this again.");
    }
    return JsonObject.of("invite", Json.of(query.madeBy(network())));
  }

  @Override
  public void useInvite(String code, MessageSink sink) throws IOException, InterruptedException {
    network().useInvite(code, step -> sink.accept(JsonWriter.compact(step.json())));
  }

  @Override
  public LocalRooms rooms() throws RpcError {
    return new OwnerRooms(network());
  }

  @Override
  public JsonArray people(String named) {
    return new Naming(feeds).people(named);
  }

  @Override
  public JsonArray petnames() {
    List<Json> names = new ArrayList<>();
    feeds
        .petnames()
        .all()
        .forEach(
            (feed, name) ->
                names.add(
                    JsonObject.builder().put("id", feed.toString()).put("name", name).build()));
    return new JsonArray(names);
  }

  @Override
  public void name(FeedId feed, String name) {
    feeds.petnames().save(feed, name);
  }

  @Override
  public LocalStorage storage() {
    return new OwnerStorage(feeds);
  }

  private Replication network() throws RpcError {
    return replication.orElseThrow(() -> new RpcError("This command does not use the network."));
  }

  @Override
  public void deliveries(DeliveryQuery query, MessageSink sink)
      throws IOException, InterruptedException {
    DeliveryJson json = new DeliveryJson(feeds);
    for (StoredMessage message : query.messages(feeds)) {
      sink.accept(JsonWriter.compact(json.of(message)));
    }
  }

  @Override
  public void log(LogQuery query, MessageSink sink) throws IOException, InterruptedException {
    retrieval.log(query, sink);
  }

  @Override
  public void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException {
    retrieval.thread(query, sink);
  }

  @Override
  public void search(FindQuery query, MessageSink sink) throws IOException, InterruptedException {
    retrieval.search(query, sink);
  }

  @Override
  public JsonObject export(MessageSink sink) throws IOException, InterruptedException {
    return new WholeExport(feeds).run(sink);
  }

  @Override
  public JsonObject importFile(Path file, MessageSink told)
      throws IOException, InterruptedException {
    if (ConnImport.isFor(file)) {
      return new PeerFile(feeds, replication).run(file);
    }
    try {
      return new FileImport(feeds, new ToldProgress(told)).run(file).json();
    } catch (FileRefused other) {
      throw Refusals.answer(other);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  @Override
  public void doctor(Treatment treatment, MessageSink sink)
      throws IOException, InterruptedException {
    var told = new ToldProgress(sink);
    Report report =
        treatment.repair()
            ? feeds.doctor().repair(treatment.depth(), told)
            : feeds.doctor().examine(treatment.depth(), told);
    told.end(report);
  }

  @Override
  public void raise(Optional<String> link) throws RpcError {
    window
        .orElseThrow(
            () -> new RpcError("The Tidings that has this folder open runs without a window."))
        .accept(link);
  }

  @Override
  public void close() {
    milestones.close();
  }
}
