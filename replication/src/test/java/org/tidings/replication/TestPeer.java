package org.tidings.replication;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.blob.Blobs;
import org.tidings.replication.peer.ConfirmProtocol;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// A peer of our own on loopback with a store in a temporary folder. Closing it closes both.
public final class TestPeer implements AutoCloseable {
  private final Feeds feeds;
  private final Replication replication;
  private final NetAddress address;

  private TestPeer(Feeds feeds, Replication replication) throws IOException {
    this.feeds = feeds;
    this.replication = replication;
    replication.start();
    this.address = replication.address();
  }

  /// A peer that speaks all protocols, on a free port, without the local network, calling nobody.
  public static TestPeer start(Path folder) throws IOException {
    return start(folder, NetworkKey.MAIN);
  }

  /// A peer of this store that asks others all the time whether what they told still holds.
  static TestPeer confirming(Feeds feeds) throws IOException {
    return speaking(
        feeds,
        Protocols.of(feeds, InstantSource.system())
            .with(new ConfirmProtocol(feeds, Duration.ofMillis(50))));
  }

  /// The same, and it calls whom it knows and whom it meets in rooms.
  public static TestPeer startCalling(Path folder) throws IOException {
    Feeds feeds = feeds(folder);
    var settings = new ReplicationSettings("127.0.0.1", 0, NetworkKey.MAIN, false, true);
    return new TestPeer(
        feeds, new Replication(feeds, settings, InstantSource.system(), new SecureRandom()));
  }

  /// The same, and it is a pub.
  public static TestPeer startPub(Path folder) throws IOException {
    Feeds feeds = feeds(folder);
    return new TestPeer(
        feeds,
        new Replication(
            feeds, settings(NetworkKey.MAIN).asPub(), InstantSource.system(), new SecureRandom()));
  }

  /// The same at a port that others know.
  public static TestPeer startAt(int port, Path folder) throws IOException {
    Feeds feeds = feeds(folder);
    var settings = new ReplicationSettings("127.0.0.1", port, NetworkKey.MAIN, false, false);
    return new TestPeer(
        feeds, new Replication(feeds, settings, InstantSource.system(), new SecureRandom()));
  }

  /// The same in another network.
  public static TestPeer start(Path folder, NetworkKey network) throws IOException {
    Feeds feeds = feeds(folder);
    return new TestPeer(
        feeds,
        new Replication(feeds, settings(network), InstantSource.system(), new SecureRandom()));
  }

  /// A peer that speaks only these protocols.
  static TestPeer speaking(Path folder, List<PeerProtocol> protocols) throws IOException {
    Feeds feeds = feeds(folder);
    return speaking(feeds, new Protocols(new Blobs(feeds), protocols));
  }

  private static TestPeer speaking(Feeds feeds, Protocols protocols) throws IOException {
    return new TestPeer(
        feeds,
        new Replication(
            feeds,
            settings(NetworkKey.MAIN),
            InstantSource.system(),
            new SecureRandom(),
            protocols));
  }

  public Feeds feeds() {
    return feeds;
  }

  public Replication replication() {
    return replication;
  }

  public FeedId id() {
    return feeds.identity().id();
  }

  public NetAddress address() {
    return address;
  }

  public void connect(PeerAddress address) throws IOException {
    replication.connect(address);
  }

  /// Is heard on the local network by somebody else, as their discovery would tell.
  public void announceTo(Replication other) {
    other.switchboard().tell(new PeerEvent.Heard(address, true));
  }

  /// The connections that are up.
  public List<PeerStatus.Connected> connected() {
    return replication.peers().stream()
        .flatMap(
            status ->
                status instanceof PeerStatus.Connected connected
                    ? Optional.of(connected).stream()
                    : Optional.<PeerStatus.Connected>empty().stream())
        .toList();
  }

  @Override
  public void close() {
    replication.close();
    feeds.close();
  }

  private static Feeds feeds(Path folder) {
    FeedsSettings settings = FeedsSettings.of(folder.resolve("data"), folder.resolve("state"));
    return Feeds.open(settings, InstantSource.system(), new SecureRandom());
  }

  private static ReplicationSettings settings(NetworkKey network) {
    return new ReplicationSettings("127.0.0.1", 0, network, false, false);
  }
}
