package org.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.lan.LanFlood;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.transport.NetAddress;

/// What hostile peers do as fast as they can, for [HostileBench].
final class Attacks {
  static final String CLOCK = "{\"name\":[\"ebt\",\"clock\"],\"args\":[],\"type\":\"async\"}";
  static final String WANTS =
      "{\"name\":[\"blobs\",\"createWants\"],\"args\":[],\"type\":\"source\"}";

  private static final int FEEDS = 60;
  private static final int TUNNELS = 20;
  private static final Method NESTED = Method.duplex("tunnel.connect");

  private final Path folder;
  private final SomeFeed carol;
  private final List<SomeFeed> others = new ArrayList<>();
  private final List<byte[]> forgeries = new ArrayList<>();
  private final SomeFeed blobs = SomeFeed.of("names blobs");

  /// Goes on until it is over; one that is cut off comes back.
  interface Attack {
    void on(TestPeer victim, AtomicBoolean over) throws IOException, InterruptedException;
  }

  /// @param carol whose messages an honest peer has for the victim
  Attacks(Path folder, SomeFeed carol) {
    this.folder = folder;
    this.carol = carol;
    for (int i = 0; i < FEEDS; i++) {
      SomeFeed other = SomeFeed.of("other " + i);
      others.add(other);
      forgeries.add(forged(other.post("hello").wire()));
    }
    for (int i = 1; i <= 1_000; i++) {
      blobs.write(Flooder.naming(BlobId.of(ByteBuffer.allocate(32).putInt(i).array())));
    }
  }

  /// All of them, by what they are called.
  Map<String, Attack> all() {
    Map<String, Attack> all = new LinkedHashMap<>();
    all.put("silent connections, one after another", Attacks::connects);
    all.put("one identity, again and again", (v, over) -> mallory(v).close());
    all.put("frames of absurd lengths", Attacks::absurdLengths);
    all.put("10,000 unknown calls a second", Attacks::unknownCalls);
    all.put("calls that never end", Attacks::endlessCalls);
    all.put("a reader that never reads", this::neverReads);
    all.put("our whole clock, again and again", (v, over) -> asks(v, over, false, CLOCK));
    all.put(
        "whether a thousand blobs are here, again and again",
        (v, over) -> asks(v, over, false, has()));
    all.put("history, again and again", (v, over) -> asks(v, over, true, history(carol.id())));
    all.put("a blob, again and again", (v, over) -> asks(v, over, true, get(largeBlob(v))));
    all.put("notes about invented feeds", Attacks::inventedFeeds);
    all.put("notes that are JSON 100,000 deep", (v, over) -> junk(v, over, deep()));
    all.put("forks at line rate", (v, over) -> junk(v, over, forks()));
    all.put("bad signatures at line rate", this::badSignatures);
    all.put("one genuine message, again and again", this::repeats);
    all.put("genuine messages, one a second", this::drips);
    all.put("claims of what is not sent", this::claims);
    all.put("wants for a million blobs", (v, over) -> wants(v, over, -1));
    all.put("claims of a million blobs", (v, over) -> wants(v, over, 5_000_000));
    all.put("a thousand messages that name 5 MB", this::namesBlobs);
    all.put("tunnels in a room, and tunnels in them", Attacks::tunnels);
    all.put("10,000 announcements a second", Attacks::announcements);
    return all;
  }

  private static Intruder mallory(TestPeer victim) throws IOException {
    return Intruder.at(victim, SomeKeys.of("mallory"));
  }

  private static void connects(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Socket socket = Intruder.socket(victim, InetAddress.ofLiteral("127.0.0.2"))) {
      socket.setSoTimeout(1);
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("a word from the victim");
      }
    }
  }

  private static void unknownCalls(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      for (int i = 1; !over.get(); i++) {
        mallory.says().says(i, "{\"name\":[\"nope\"],\"args\":[]}");
        if (i % 100 == 0) {
          LockSupport.parkNanos(10_000_000);
        }
      }
    }
  }

  private static void endlessCalls(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      for (int i = 1; !over.get(); i++) {
        String id = feed(i).toString();
        mallory
            .says()
            .streams(
                i,
                "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
                    + id
                    + "\",\"live\":true}],\"type\":\"source\"}");
      }
    }
  }

  private static void asks(TestPeer victim, AtomicBoolean over, boolean stream, String call)
      throws IOException {
    Body body = Body.rawJson(call.getBytes(UTF_8));
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      for (int i = 1; !over.get(); i++) {
        mallory.says().sends(new Frame(i, stream, false, body));
      }
    }
  }

  /// Whether so many are here as may be asked for at once, none of which is.
  static String has() {
    StringBuilder ids = new StringBuilder();
    for (int i = 1; i <= 1_000; i++) {
      ids.append(i == 1 ? "\"&" : ",\"&");
      ids.append(feed(i).toString(), 1, 45).append(".sha256\"");
    }
    return "{\"name\":[\"blobs\",\"has\"],\"args\":[[" + ids + "]],\"type\":\"async\"}";
  }

  /// All of a feed.
  static String history(FeedId feed) {
    return "{\"name\":[\"createHistoryStream\"],\"args\":[{\"id\":\""
        + feed
        + "\"}],\"type\":\"source\"}";
  }

  /// All of a blob.
  static String get(BlobId blob) {
    return "{\"name\":[\"blobs\",\"get\"],\"args\":[\"" + blob + "\"],\"type\":\"source\"}";
  }

  private static void inventedFeeds(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      for (int from = 0; from < 1_000_000 && !over.get(); from += 5_000) {
        StringBuilder notes = new StringBuilder("{\"").append(feed(from)).append("\":2");
        for (int i = from + 1; i < from + 5_000; i++) {
          notes.append(",\"").append(feed(i)).append("\":42");
        }
        send(mallory, 1, notes.append('}').toString().getBytes(UTF_8));
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static void junk(TestPeer victim, AtomicBoolean over, byte[] item) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      while (!over.get()) {
        send(mallory, 1, item);
      }
    }
  }

  private static byte[] forks() {
    SomeFeed other = SomeFeed.of("carol");
    other.post("told otherwise");
    return other.post("and a second one").wire();
  }

  private static byte[] deep() {
    return ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8);
  }

  private static void wants(TestPeer victim, AtomicBoolean over, int number) throws IOException {
    try (Intruder mallory = mallory(victim)) {
      Frame asked = mallory.says().hears().orElseThrow();
      mallory.listening(frame -> {});
      for (int from = 0; from < 1_000_000 && !over.get(); from += 5_000) {
        StringBuilder wants = new StringBuilder("{\"none\":0");
        for (int i = from; i < from + 5_000; i++) {
          wants
              .append(",\"&")
              .append(feed(i).toString(), 1, 45)
              .append(".sha256\":")
              .append(number);
        }
        send(mallory, -asked.request(), wants.append('}').toString().getBytes(UTF_8));
      }
    }
  }

  private static void send(Intruder mallory, int request, byte[] json) throws IOException {
    mallory.says().sends(new Frame(request, true, false, Body.rawJson(json)));
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(7, number).array());
  }

  private static void absurdLengths(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim)) {
      byte[] header = ByteBuffer.allocate(9).put((byte) 2).putInt(Integer.MAX_VALUE).array();
      mallory.says().sendsRaw(header);
      mallory.awaitCut();
    }
  }

  private void neverReads(TestPeer victim, AtomicBoolean over) throws IOException {
    BlobId large = largeBlob(victim);
    try (Intruder mallory = mallory(victim)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      send(mallory, 1, ("{\"" + carol.id() + "\":0}").getBytes(UTF_8));
      for (int i = 2; i < 100 && !over.get(); i++) {
        mallory.says().streams(i, get(large));
      }
      awaitEnd(over);
    }
  }

  private static BlobId largeBlob(TestPeer victim) throws IOException {
    try {
      return victim.feeds().blobs().add(new ByteArrayInputStream(new byte[4 << 20])).id();
    } catch (BlobRefused refused) {
      throw new IOException(refused);
    }
  }

  private void badSignatures(TestPeer victim, AtomicBoolean over) throws IOException {
    followOthers(victim);
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      for (int i = 0; !over.get(); i++) {
        send(mallory, 1, forgeries.get(i % FEEDS));
      }
    }
  }

  private void repeats(TestPeer victim, AtomicBoolean over) throws IOException {
    junk(victim, over, carol.values().getFirst());
  }

  /// Each as it is asked for, from the first on.
  private void drips(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim)) {
      mallory.says().streams(1, Intruder.REPLICATE);
      String said = "";
      while (!said.contains(carol.id().toString())) {
        said = mallory.says().hears().orElseThrow().body().toString();
      }
      claim(mallory, carol);
      mallory.listening(frame -> {});
      for (byte[] value : carol.values()) {
        if (!over.get()) {
          send(mallory, 1, value);
          LockSupport.parkNanos(1_000_000_000);
        }
      }
    }
  }

  private void claims(TestPeer victim, AtomicBoolean over) throws IOException {
    try (Intruder mallory = mallory(victim).listening(frame -> {})) {
      mallory.says().streams(1, Intruder.REPLICATE);
      claim(mallory, carol);
      awaitEnd(over);
    }
  }

  private static void claim(Intruder mallory, SomeFeed feed) throws IOException {
    send(mallory, 1, ("{\"" + feed.id() + "\":2000001}").getBytes(UTF_8));
  }

  private void namesBlobs(TestPeer victim, AtomicBoolean over)
      throws IOException, InterruptedException {
    follow(victim, blobs.id());
    TempFeeds.ingest(victim.feeds(), blobs.values(), TempFeeds.IMPORT);
    Path own = Files.createTempDirectory(folder, "flooder");
    try (TestPeer flooder = TestPeer.speaking(own, List.of(new Flooder()))) {
      victim.connect(flooder.address());
      awaitEnd(over);
    }
  }

  private static void tunnels(TestPeer victim, AtomicBoolean over)
      throws IOException, InterruptedException {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      victim.connect(room.address());
      RpcConnection guest = room.guest();
      for (int i = 0; i < TUNNELS; i++) {
        int number = i;
        Thread.ofVirtual().start(() -> nest(room, guest, number, over));
      }
      awaitEnd(over);
    }
  }

  /// Comes through the room under a name of its own, again and again, and asks for tunnels there.
  private static void nest(FakeRoom room, RpcConnection guest, int number, AtomicBoolean over) {
    while (!over.get()) {
      var keys = SomeKeys.of("in the room " + number);
      try (RpcConnection inner = FakeRoom.through(room.tunnel(guest), guest.remote(), keys)) {
        JsonObject target = JsonObject.of("target", Json.of(feed(number).toString()));
        while (!over.get()) {
          inner.open(NESTED, target);
        }
      } catch (IOException cut) {
        LockSupport.parkNanos(10_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void announcements(TestPeer victim, AtomicBoolean over) throws IOException {
    Switchboard switchboard = victim.replication().switchboard();
    try (LanFlood flood =
        new LanFlood(address -> switchboard.tell(new PeerEvent.Heard(address, true)))) {
      for (int i = 0; !over.get(); i++) {
        flood.announce(new NetAddress("127.0.0.3", 1 + i % 60_000, feed(i).key()));
        if (i % 10 == 0) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
  }

  private void followOthers(TestPeer victim) throws IOException {
    for (SomeFeed other : others) {
      follow(victim, other.id());
    }
  }

  private static void follow(TestPeer victim, FeedId feed) throws IOException {
    try {
      if (!victim.feeds().graph().wants(feed)) {
        victim.feeds().publisher().publish(Contact.follow(feed).toJson());
      }
    } catch (PublishRefused held) {
      throw new IOException(held);
    }
  }

  private static byte[] forged(byte[] value) {
    byte[] other = value.clone();
    int at = new String(value, UTF_8).indexOf(".sig.ed25519") - 20;
    other[at] = (byte) (other[at] == 'A' ? 'B' : 'A');
    return other;
  }

  private static void awaitEnd(AtomicBoolean over) {
    while (!over.get()) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
