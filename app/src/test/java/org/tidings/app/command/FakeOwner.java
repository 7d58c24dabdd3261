package org.tidings.app.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Instance;
import org.tidings.app.folder.Places;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalListener;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.transport.SecretChannel;

/// Has a data folder and answers commands as it is told, in place of a process that owns it.
/// Thread-safe.
final class FakeOwner implements AutoCloseable {
  static final KeyPair VISITOR = KeyPair.fromSeed(seed());

  private static final KeyPair OWNER = KeyPair.fromSeed(new byte[32]);

  private final DataFolder folder;
  private final FolderLock lock;
  private final LocalListener listener;

  FakeOwner(Places places, Procedures procedures) throws Exception {
    folder = DataFolder.at(places.data(), places.state());
    lock = FolderLock.tryAcquire(folder).orElseThrow();
    var terms =
        new SecretChannel.Terms(NetworkKey.MAIN, OWNER, new SecureRandom(), Duration.ofSeconds(10));
    listener = LocalListener.open(terms, VISITOR.publicKey(), procedures, 0);
    Base64.Encoder base64 = Base64.getEncoder();
    new Instance(
            ProcessHandle.current().pid(),
            listener.port(),
            base64.encodeToString(VISITOR.seed()),
            base64.encodeToString(NetworkKey.MAIN.bytes()),
            FeedId.of(OWNER.publicKey()).toString())
        .write(folder);
  }

  private static byte[] seed() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    return seed;
  }

  /// Ends, as a process does that others may follow.
  void leave() throws IOException {
    Instance.remove(folder);
    lock.close();
    listener.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    lock.close();
  }
}
