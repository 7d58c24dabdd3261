package org.tidings.app.owner;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.Examined;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderFault;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Instance;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.replication.local.LocalClient;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.SecretChannel;

/// The way into a data folder: tries its lock and its owner in turn. Confined to one thread.
public final class Door {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PATIENCE_WITH_DOCTOR = Duration.ofSeconds(1);
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final DataFolder folder;
  private final Duration atMost;

  Door(DataFolder folder, Duration atMost) {
    this.folder = folder;
    this.atMost = atMost;
  }

  public static Door of(DataFolder folder) {
    return new Door(folder, PATIENCE);
  }

  /// What is behind the door.
  public sealed interface Way {
    /// Nobody: the folder is ours from now on.
    record Free(FolderLock lock) implements Way {}

    /// Its owner, who answers.
    record Taken(Access.Attached attached) implements Way {}
  }

  /// Waits until the folder is free or its owner answers: one that is just starting, ending, or
  /// busy with one command does neither for a moment. `doctor` may take long before it answers, and
  /// is waited for only as long as it takes where little is stored.
  ///
  /// @throws FolderException when that takes too long
  public Way enter() throws FolderException, InterruptedException {
    return enter(FolderLock::tryAcquire);
  }

  /// The same for somebody who only reads: where nothing can be written, the lock may be shared.
  public Way enterToRead() throws FolderException, InterruptedException {
    return enter(FolderLock::tryAcquireToRead);
  }

  private interface Locking {
    Optional<FolderLock> tryOn(DataFolder folder) throws FolderException;
  }

  private Way enter(Locking locking) throws FolderException, InterruptedException {
    Patience patience = Patience.of(atMost);
    Patience withDoctor = Patience.of(PATIENCE_WITH_DOCTOR);
    while (!patience.isOver() && !(withDoctor.isOver() && Examined.told(folder).isPresent())) {
      Optional<FolderLock> lock = locking.tryOn(folder);
      if (lock.isPresent()) {
        return new Way.Free(lock.get());
      }
      Optional<Way> owner = Instance.read(folder).flatMap(Door::attach);
      if (owner.isPresent()) {
        return owner.get();
      }
      Thread.sleep(PAUSE);
    }
    throw new FolderException(whyClosed());
  }

  private Told whyClosed() {
    Optional<Told> doctor = Examined.told(folder);
    if (doctor.isPresent()) {
      return doctor.get();
    }
    if (!folder.hasIdentity()) {
      return Told.of(FolderFault.NOT_SET_UP, folder.path());
    }
    return Instance.read(folder)
        .map(of -> Told.of(FolderFault.SILENT_PROCESS, folder.path(), String.valueOf(of.pid())))
        .orElseGet(() -> Told.of(FolderFault.SILENT, folder.path()));
  }

  private static Optional<Way> attach(Instance instance) {
    try {
      FeedId owner =
          FeedId.parse(instance.owner()).orElseThrow(() -> new IOException("no owner named"));
      return Optional.of(
          new Way.Taken(new Access.Attached(dial(instance, owner), owner, instance)));
    } catch (IOException | IllegalArgumentException e) {
      log.debug("{} does not answer", instance, e);
      return Optional.empty();
    }
  }

  private static LocalClient dial(Instance instance, FeedId owner) throws IOException {
    Base64.Decoder base64 = Base64.getDecoder();
    var terms =
        new SecretChannel.Terms(
            NetworkKey.of(base64.decode(instance.network())),
            KeyPair.fromSeed(base64.decode(instance.key())),
            new SecureRandom(),
            HANDSHAKE);
    return LocalClient.dial(instance.port(), terms, PublicKey.of(owner.bytes()));
  }
}
