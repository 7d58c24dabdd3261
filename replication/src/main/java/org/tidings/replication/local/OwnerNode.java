package org.tidings.replication.local;

import java.io.IOException;
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
import org.tidings.feed.Feeds;
import org.tidings.feed.doctor.Report;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchHit;
import org.tidings.feed.search.SearchPage;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.search.SearchQuery;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.transport.PeerAddress;

/// The commands, run by the process that owns the data folder. Thread-safe.
public final class OwnerNode implements LocalNode, AutoCloseable {
  private static final Duration HANDSHAKE = Duration.ofSeconds(15);
  private static final int PAGE = 200;

  private final Feeds feeds;
  private final Optional<Replication> replication;
  private final Milestones milestones;
  private final Handout handout;
  private volatile Optional<Runnable> window = Optional.empty();

  /// @param replication absent where a command opened the folder only for itself
  public OwnerNode(Feeds feeds, Optional<Replication> replication, InstantSource clock) {
    this.feeds = feeds;
    this.replication = replication;
    this.milestones = new Milestones(feeds.log(), feeds.events(), clock);
    this.handout = new Handout(feeds);
  }

  /// From now on there is a window, and this brings it to the front.
  public void windowRaisedBy(Runnable raise) {
    window = Optional.of(raise);
  }

  @Override
  public JsonObject status() {
    return StatusJson.of(feeds, replication);
  }

  @Override
  public JsonObject waitForMessages(long atLeast, Duration atMost)
      throws RpcError, InterruptedException {
    return milestones.await(atLeast, atMost);
  }

  @Override
  public MessageId publish(JsonObject content) throws RpcError {
    return published(() -> feeds.publisher().publish(content));
  }

  @Override
  public MessageId publishPrivate(JsonObject content, List<FeedId> readers) throws RpcError {
    return published(() -> feeds.publisher().publishPrivate(content, readers));
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
    long left = query.limit();
    long last = query.newestFirst() ? Long.MAX_VALUE : 0;
    while (left > 0) {
      int most = (int) Math.min(PAGE, left);
      List<StoredMessage> page =
          query.newestFirst()
              ? feeds.log().newest(query.filter(), last, most)
              : feeds.log().oldest(query.filter(), last, most);
      if (page.isEmpty()) {
        return;
      }
      for (StoredMessage message : page) {
        tell(message, query.leaving(), sink);
      }
      last = page.getLast().arrival().number();
      left -= page.size();
    }
  }

  @Override
  public void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException {
    ThreadView thread =
        feeds.threads().of(query.message()).orElseThrow(() -> noThread(query.message()));
    for (PostView post : thread.posts()) {
      tell(post, query.leaving(), sink);
    }
  }

  private RpcError noThread(MessageId message) {
    return new RpcError(
        message
            + (feeds.log().get(message).isEmpty()
                ? " is not here."
                : " is in no thread that can be shown: it is no post, is for others only, or is of"
                    + " somebody blocked."));
  }

  @Override
  public void search(FindQuery query, MessageSink sink) throws IOException, InterruptedException {
    SearchQuery typed = SearchQuery.parse(query.typed());
    if (typed.isEmpty() && typed.unclear().isEmpty()) {
      throw new RpcError("There is no word in '" + query.typed() + "' to look for.");
    }
    long left = query.limit();
    Optional<Next> next = Optional.empty();
    while (left > 0) {
      SearchPage page = feeds.search().posts(typed, next, (int) Math.min(PAGE, left));
      if (page.unclear().isPresent()) {
        throw Refusals.answer(page.unclear().get());
      }
      for (SearchHit hit : page.hits()) {
        tell(hit.post(), query.leaving(), sink);
      }
      left = page.next().isPresent() ? left - page.hits().size() : 0;
      next = page.next();
    }
  }

  @Override
  public JsonObject importFile(Path file) throws IOException, InterruptedException {
    return PeerFile.is(file)
        ? new PeerFile(feeds, replication).run(file)
        : new FileImport(feeds.ingest()).run(file);
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
  public void raise() throws RpcError {
    window
        .orElseThrow(
            () -> new RpcError("The Tidings that has this folder open runs without a window."))
        .run();
  }

  @Override
  public void close() {
    milestones.close();
  }

  private void tell(PostView post, boolean leaving, MessageSink sink)
      throws IOException, InterruptedException {
    Optional<StoredMessage> message = feeds.log().get(post.id());
    if (message.isPresent()) {
      tell(message.get(), leaving, sink);
    }
  }

  private void tell(StoredMessage message, boolean leaving, MessageSink sink)
      throws IOException, InterruptedException {
    if (leaving ? handout.lets(message) : feeds.doctor().vouchesFor(message)) {
      sink.accept(StoredJson.of(message));
    }
  }

  private static MessageId published(Publication publication) throws RpcError {
    try {
      return publication.run().id();
    } catch (PublishRefused refused) {
      throw Refusals.answer(refused);
    }
  }

  @FunctionalInterface
  private interface Publication {
    Message run() throws PublishRefused;
  }
}
