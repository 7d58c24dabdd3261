package org.tidings.app.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.FolderNetwork;
import org.tidings.app.folder.Instance;
import org.tidings.app.folder.LogFiles;
import org.tidings.app.folder.Manifest;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.Restoration;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.replication.Replication;
import org.tidings.replication.ReplicationSettings;
import org.tidings.replication.client.ClientCalls;
import org.tidings.replication.local.LocalListener;
import org.tidings.replication.local.OwnerNode;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.transport.SecretChannel;

/// Builds the whole program on a data folder we own, from the bottom to the top: log files, feeds,
/// network, commands, the listener for commands of other processes.
final class Wiring {
  private static final Logger log = LoggerFactory.getLogger(Wiring.class);
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private static final int ANY_PORT = 0;

  private final DataFolder folder;
  private final FolderLock lock;
  private final Start start;
  private final Lifecycle lifecycle = new Lifecycle();
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();

  private Wiring(DataFolder folder, FolderLock lock, Start start) {
    this.folder = folder;
    this.lock = lock;
    this.start = start;
  }

  /// Everything `start` asks for; nothing of it runs on when this fails.
  static Owner build(DataFolder folder, FolderLock lock, Start start) throws IOException {
    Wiring wiring = new Wiring(folder, lock, start);
    wiring.lifecycle.started(lock);
    try {
      return wiring.build();
    } catch (IOException | RuntimeException e) {
      wiring.lifecycle.close();
      throw e;
    }
  }

  /// Only what answers commands of others.
  static Lifecycle answering(DataFolder folder, FolderLock lock, Start start, Feeds feeds) {
    Wiring wiring = new Wiring(folder, lock, start);
    OwnerNode node = wiring.lifecycle.started(new OwnerNode(feeds, Optional.empty(), wiring.clock));
    try {
      wiring.listenForPrograms(feeds, Optional.empty(), node);
    } catch (IOException failure) {
      log.warn("commands of others are not answered", failure);
    }
    return wiring.lifecycle;
  }

  private Owner build() throws IOException {
    lifecycle.started(LogFiles.start(folder));
    Feeds feeds = lifecycle.started(feeds());
    Optional<Replication> replication = replication(feeds);
    replication.ifPresent(this::bringPeers);
    OwnerNode node = lifecycle.started(new OwnerNode(feeds, replication, clock));
    if (isAnswering() && !feeds.isReadOnly()) {
      answer(feeds, replication, node);
    }
    return new Owner(folder, feeds, replication, node, lifecycle);
  }

  /// Where nothing more can be written, whoever only reads does without commands of others.
  private void answer(Feeds feeds, Optional<Replication> replication, OwnerNode node)
      throws IOException {
    try {
      listenForPrograms(feeds, replication, node);
    } catch (IOException failure) {
      if (!(start.reach() instanceof Start.Reach.Reading)) {
        throw failure;
      }
      log.warn("commands of others are not answered", failure);
    }
  }

  private boolean isAnswering() {
    return switch (start.reach()) {
      case Start.Reach.Offline(boolean answering) -> answering;
      case Start.Reach.Reading(boolean answering) -> answering;
      case Start.Reach.OneCall call -> true;
      case Start.Reach.Peer peer -> true;
    };
  }

  private Feeds feeds() {
    FeedsSettings settings = FeedsSettings.of(folder.path(), folder.state()).within(start.bounds());
    if (!lock.isShared()) {
      FolderNetwork.note(folder, start.network());
      try {
        return Feeds.open(settings, clock, random);
      } catch (StoreException failure) {
        boolean isUnwritable = failure.kind() == Kind.DISK_FULL || failure.kind() == Kind.READ_ONLY;
        if (!isUnwritable || !(start.reach() instanceof Start.Reach.Reading)) {
          throw failure;
        }
        log.warn("only to read: {}", failure.sentence());
      }
    }
    return Feeds.openToRead(settings, clock, random);
  }

  private Optional<Replication> replication(Feeds feeds) throws IOException {
    return switch (start.reach()) {
      case Start.Reach.Offline offline -> Optional.empty();
      case Start.Reach.Reading reading -> Optional.empty();
      case Start.Reach.OneCall call ->
          Optional.of(
              started(
                  feeds,
                  new ReplicationSettings("127.0.0.1", ANY_PORT, start.network(), false, false)
                      .by(start.routes())));
      case Start.Reach.Peer peer -> Optional.of(listening(feeds, peer));
    };
  }

  private Replication listening(Feeds feeds, Start.Reach.Peer peer) throws ListenException {
    try {
      return started(feeds, settings(peer, peer.port()));
    } catch (IOException e) {
      ListenException taken = new ListenException(peer, e);
      if (peer.mustHavePort()) {
        throw taken;
      }
      log.warn("{} Trying a free port instead.", taken.getMessage());
    }
    try {
      return started(feeds, settings(peer, ANY_PORT));
    } catch (IOException e) {
      throw new ListenException(peer, e);
    }
  }

  private ReplicationSettings settings(Start.Reach.Peer peer, int port) {
    ReplicationSettings settings =
        new ReplicationSettings(peer.host(), port, start.network(), peer.lan(), true)
            .by(start.routes());
    return peer.pub() ? settings.asPub() : settings;
  }

  private Replication started(Feeds feeds, ReplicationSettings settings) throws IOException {
    Replication replication = new Replication(feeds, settings, clock, random);
    try {
      replication.start();
    } catch (IOException | RuntimeException e) {
      replication.close();
      throw e;
    }
    return lifecycle.started(replication);
  }

  /// The peers of the program that our key came from. They stay listed there, so nothing is lost
  /// where that list makes no sense.
  private void bringPeers(Replication network) {
    Path brought = folder.path().resolve(Restoration.PEERS);
    try {
      if (Files.exists(brought)) {
        log.info("{} peers came along", network.importPeers(brought).added().size());
        Files.delete(brought);
      }
    } catch (IOException | StoreException failure) {
      log.warn("the peers of the other program did not come along: {}", failure.getMessage());
    }
  }

  private void listenForPrograms(Feeds feeds, Optional<Replication> replication, OwnerNode node)
      throws IOException {
    KeyPair visitor = KeyPair.generate(random);
    var terms =
        new SecretChannel.Terms(start.network(), feeds.identity().keys(), random, HANDSHAKE);
    Procedures procedures = LocalListener.procedures(node, ClientCalls.of(feeds, replication));
    LocalListener listener = lifecycle.started(local(terms, visitor.publicKey(), procedures));
    replication.ifPresent(network -> network.answerPrograms(listener::answers));
    Manifest.write(folder, procedures.manifest());
    new Instance(
            ProcessHandle.current().pid(),
            listener.port(),
            Base64.getEncoder().encodeToString(visitor.seed()),
            Base64.getEncoder().encodeToString(start.network().bytes()),
            feeds.identity().id().toString())
        .write(folder);
    lifecycle.started(() -> Instance.remove(folder));
  }

  private LocalListener local(SecretChannel.Terms terms, PublicKey visitor, Procedures procedures)
      throws IOException {
    Start.Programs wanted = start.programs();
    try {
      return LocalListener.open(terms, visitor, procedures, wanted.port());
    } catch (IOException e) {
      if (wanted.mustHavePort()) {
        throw new ListenException(wanted, e);
      }
      log.warn("programs find a free port, for {} is taken: {}", wanted.port(), e.getMessage());
      return LocalListener.open(terms, visitor, procedures, ANY_PORT);
    }
  }
}
