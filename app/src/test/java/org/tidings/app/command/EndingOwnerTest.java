package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Instance;
import org.tidings.app.folder.Places;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalListener;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.CallType;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.transport.SecretChannel;

/// A command that is answered by another one, which ends before it has answered.
@Timeout(60)
class EndingOwnerTest {
  private static final KeyPair OWNER = KeyPair.fromSeed(new byte[32]);
  private static final KeyPair VISITOR = KeyPair.fromSeed(seed());

  private static final Method COMPACT = Method.async("tidings.storage.compact");

  @TempDir private Path temp;

  private static byte[] seed() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    return seed;
  }

  @Test
  void whatOnlyReadsGoesOnByItself() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("publish", "hello");
    try (Ending owner = new Ending(shell.places(), Method.async("tidings.status"))) {
      assertThat(shell.type("status", "--json").json().number("messages")).hasValue(1);
      assertThat(owner.hasLeft).isTrue();
    }
  }

  @Test
  void whatWritesIsNotDoneTwice() throws Exception {
    Shell shell = new Shell(temp);
    String somebody = FeedId.of(VISITOR.publicKey()).toString();
    shell.type("publish", "hello");
    try (Ending owner = new Ending(shell.places(), Method.async("tidings.name"))) {
      assertThat(shell.type("name", somebody, "Ann").refusal()).contains("not known whether");
      assertThat(owner.hasLeft).isTrue();
    }
    assertThat(shell.type("name").lines()).containsExactly("You gave no name.");
  }

  @Test
  void aFileIsTakenInAgain() throws Exception {
    Shell shell = new Shell(temp);
    SomeFeed ann = SomeFeed.of(VISITOR);
    ann.post("hello");
    Path file = Files.write(temp.resolve("ann.ndjson"), ann.values().getFirst());
    shell.type("whoami");
    try (Ending owner = new Ending(shell.places(), Method.source("tidings.import"))) {
      assertThat(shell.type("import", file.toString()).lines())
          .containsExactly("1 message added, 0 known already, 0 refused");
      assertThat(owner.hasLeft).isTrue();
    }
  }

  @Test
  void whatIsBegunIsWaitedForWithTheNext() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("whoami");
    try (Ending owner = new Ending(shell.places(), Method.source("tidings.storage.watch"))) {
      assertThat(shell.type("storage", "compact").lines())
          .last()
          .asString()
          .startsWith("There was nothing to give back");
      assertThat(owner.hasLeft).isTrue();
    }
  }

  /// Has the folder, and goes as soon as it is asked for this.
  private static final class Ending implements AutoCloseable {
    private final DataFolder folder;
    private final FolderLock lock;
    private final LocalListener listener;
    private volatile boolean hasLeft;

    Ending(Places places, Method asked) throws Exception {
      folder = DataFolder.at(places.data(), places.state());
      lock = FolderLock.tryAcquire(folder).orElseThrow();
      var terms =
          new SecretChannel.Terms(
              NetworkKey.MAIN, OWNER, new SecureRandom(), Duration.ofSeconds(10));
      Procedures procedures =
          Procedures.of(
              asked.type() == CallType.ASYNC
                  ? Procedure.async(asked, call -> leave())
                  : Procedure.stream(asked, (call, stream) -> leave()),
              Procedure.async(COMPACT, call -> Body.json(JsonObject.of("file", Json.of(0)))));
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

    private Body leave() throws InterruptedException, IOException {
      hasLeft = true;
      Instance.remove(folder);
      lock.close();
      listener.close();
      Thread.sleep(Duration.ofMinutes(1));
      return Body.json(Json.of(true));
    }

    @Override
    public void close() throws IOException {
      listener.close();
      lock.close();
    }
  }
}
