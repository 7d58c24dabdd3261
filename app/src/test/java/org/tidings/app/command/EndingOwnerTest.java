package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.Places;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.CallType;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

/// A command that is answered by another one, which ends before it has answered.
@Timeout(60)
class EndingOwnerTest {
  private static final Method COMPACT = Method.async("tidings.storage.compact");

  @TempDir private Path temp;

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
    String somebody = FeedId.of(FakeOwner.VISITOR.publicKey()).toString();
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
    SomeFeed ann = SomeFeed.of(FakeOwner.VISITOR);
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
    private final FakeOwner owner;
    private volatile boolean hasLeft;

    Ending(Places places, Method asked) throws Exception {
      Procedures procedures =
          Procedures.of(
              asked.type() == CallType.ASYNC
                  ? Procedure.async(asked, call -> leave())
                  : Procedure.stream(asked, (call, stream) -> leave()),
              Procedure.async(COMPACT, call -> Body.json(JsonObject.of("file", Json.of(0)))));
      owner = new FakeOwner(places, procedures);
    }

    private Body leave() throws InterruptedException, IOException {
      hasLeft = true;
      owner.leave();
      Thread.sleep(Duration.ofMinutes(1));
      return Body.json(Json.of(true));
    }

    @Override
    public void close() throws IOException {
      owner.close();
    }
  }
}
