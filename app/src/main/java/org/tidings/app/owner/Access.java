package org.tidings.app.owner;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Instance;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalClient;
import org.tidings.replication.local.LocalNode;
import org.tidings.replication.transport.SecretChannel;

/// A way to give commands to a data folder: as its owner, or through the process that owns it.
public sealed interface Access extends AutoCloseable {

  /// Takes the commands.
  LocalNode node();

  @Override
  void close();

  /// The folder is ours.
  record Owned(Owner owner) implements Access {
    @Override
    public LocalNode node() {
      return owner.node();
    }

    @Override
    public void close() {
      owner.close();
    }
  }

  /// Another process owns the folder and answers.
  record Attached(LocalClient client, Instance instance) implements Access {
    @Override
    public LocalNode node() {
      return client;
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /// Whichever is to be had. An owner that is just starting, ending, or busy with one command is
  /// waited for.
  static Access to(DataFolder folder, Start start)
      throws FolderException, IOException, InterruptedException {
    return new Door(folder, start, Door.PATIENCE).enter();
  }

  /// Tries the lock and the owner in turn.
  final class Door {
    private static final Logger log = LoggerFactory.getLogger(Door.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final DataFolder folder;
    private final Start start;
    private final Duration patience;

    Door(DataFolder folder, Start start, Duration patience) {
      this.folder = folder;
      this.start = start;
      this.patience = patience;
    }

    Access enter() throws FolderException, IOException, InterruptedException {
      long deadline = System.nanoTime() + patience.toNanos();
      while (System.nanoTime() < deadline) {
        Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
        if (lock.isPresent()) {
          return new Owned(Wiring.build(folder, lock.get(), start));
        }
        Optional<Access> attached = attach();
        if (attached.isPresent()) {
          return attached.get();
        }
        Thread.sleep(PAUSE);
      }
      throw new FolderException(
          "The folder %s is in use by another Tidings%s, which does not answer."
              .formatted(
                  folder.path(),
                  Instance.read(folder).map(i -> " (process " + i.pid() + ")").orElse("")));
    }

    private Optional<Access> attach() {
      Optional<Instance> instance = Instance.read(folder);
      if (instance.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Attached(dial(instance.get()), instance.get()));
      } catch (IOException | IllegalArgumentException e) {
        log.debug("{} does not answer", instance.get(), e);
        return Optional.empty();
      }
    }

    private static LocalClient dial(Instance instance) throws IOException {
      Base64.Decoder base64 = Base64.getDecoder();
      var terms =
          new SecretChannel.Terms(
              NetworkKey.of(base64.decode(instance.network())),
              KeyPair.fromSeed(base64.decode(instance.key())),
              new SecureRandom(),
              HANDSHAKE);
      FeedId owner =
          FeedId.parse(instance.owner()).orElseThrow(() -> new IOException("no owner named"));
      return LocalClient.dial(instance.port(), terms, PublicKey.of(owner.bytes()));
    }
  }
}
