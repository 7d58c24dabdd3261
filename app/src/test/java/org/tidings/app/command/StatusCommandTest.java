package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

class StatusCommandTest {
  private static final String SOMEBODY = FeedId.of(FakeOwner.VISITOR.publicKey()).toString();

  @TempDir private Path temp;

  @Test
  void itIsSaidWhereSomebodyDidNotAnswer() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("whoami");
    JsonObject failed =
        JsonObject.builder()
            .put("id", SOMEBODY)
            .put("address", "net:192.0.2.7:8008~shs:key")
            .put("state", "failed")
            .put("reason", "Nobody answers.")
            .build();
    JsonObject status =
        JsonObject.builder()
            .put("id", SOMEBODY)
            .put("messages", 0L)
            .put("feeds", 0L)
            .put("peers", JsonArray.of(failed))
            .build();
    Procedures procedures =
        Procedures.of(Procedure.async(Method.async("tidings.status"), call -> Body.json(status)));
    try (FakeOwner _ = new FakeOwner(shell.places(), procedures)) {
      assertThat(shell.type("status").lines())
          .last()
          .isEqualTo("  failed  " + SOMEBODY + " at net:192.0.2.7:8008~shs:key: Nobody answers.");
    }
  }
}
