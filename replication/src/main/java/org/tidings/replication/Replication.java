package org.tidings.replication;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.Subscription;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.transport.PeerAddress;

/// The front door to the network: listens, finds and calls peers, and keeps what we have and they
/// have in step. Thread-safe.
public final class Replication implements AutoCloseable {
  private final PeerAddress self;

  public Replication(
      Feeds feeds, ReplicationSettings settings, InstantSource clock, SecureRandom random) {
    this.self =
        new PeerAddress(
            "127.0.0.1", ReplicationSettings.USUAL_PORT, feeds.identity().keys().publicKey());
  }

  /// Listens, announces and starts to call peers.
  ///
  /// @throws IOException with a sentence for people when the port cannot be listened at; nothing
  ///     runs then
  public void start() throws IOException {}

  /// Where peers reach us, with the real port.
  public PeerAddress address() {
    return self;
  }

  /// Calls a peer now and remembers its address; returns after the handshake, at once when a
  /// connection is already up.
  ///
  /// @throws org.tidings.replication.transport.ConnectionFailedException saying why not
  public void connect(PeerAddress address) throws IOException {}

  /// What there is to say about each peer we have to do with.
  public List<PeerStatus> peers() {
    return List.of();
  }

  /// Who announces itself on the local network.
  public List<NearbyPeer> nearby() {
    return List.of();
  }

  /// How discovery on the local network goes.
  public LanState lan() {
    return new LanState.Off();
  }

  /// Runs `listener` after changes in any of the above, at most a few times a second, on a thread
  /// of our own; it only hands over.
  public Subscription onChange(Runnable listener) {
    return () -> {};
  }

  /// Says goodbye to everybody and stops.
  @Override
  public void close() {}
}
