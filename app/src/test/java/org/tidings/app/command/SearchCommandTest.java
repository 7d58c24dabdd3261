package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

/// What a search asks of whoever has the folder.
@Timeout(60)
class SearchCommandTest {
  @TempDir private Path temp;

  @Test
  void howThingsStandIsAskedForOnce() throws Exception {
    Shell shell = new Shell(temp);
    AtomicInteger asked = new AtomicInteger();
    Procedures procedures =
        Procedures.of(
            Procedure.stream(Method.source("tidings.search"), (call, stream) -> {}),
            Procedure.async(
                Method.async("tidings.status"),
                call -> {
                  asked.incrementAndGet();
                  return Body.json(JsonObject.of("withheld", Json.of(1)));
                }));
    shell.type("whoami");
    try (FakeOwner _ = new FakeOwner(shell.places(), procedures)) {
      Shell.Answer answer = shell.type("search", "harbour", "--json");
      assertThat(answer.code()).isZero();
      assertThat(answer.err()).contains("have never left this device");
    }
    assertThat(asked).hasValue(1);
  }
}
