package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;

/// The program as processes that share a data folder.
@Timeout(120)
class HeadlessTest {
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path temp;

  @Test
  void saysWhoAndWhereItIsAndEndsWhenTold() throws Exception {
    try (ChildProcess headless = headless()) {
      JsonObject ready = Json.parse(headless.line()).asObject().orElseThrow();

      assertThat(ready.keys()).containsExactly("id", "address", "pid");
      assertThat(ready.number("pid")).hasValue((double) headless.pid());
      assertThat(ready.string("address").orElseThrow())
          .startsWith("net:127.0.0.1:")
          .doesNotContain(":0~")
          .endsWith(
              "~shs:" + ready.string("id").orElseThrow().substring(1).replace(".ed25519", ""));
      assertThat(temp.resolve("data/instance.json")).exists();

      assertThat(headless.terminate()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(headless.rest()).isEmpty();
      assertThat(temp.resolve("data/instance.json")).doesNotExist();
    }
  }

  @Test
  void takesCommandsOfOtherProcesses() throws Exception {
    try (ChildProcess headless = headless()) {
      String address = Json.parse(headless.line()).asObject().orElseThrow().string("address").get();

      assertThat(run("publish", "hello from outside", "--json")).startsWith("{\"key\":\"%");
      JsonObject status = Json.parse(run("status", "--json")).asObject().orElseThrow();

      assertThat(status.string("address")).hasValue(address);
      assertThat(status.number("messages")).hasValue(1);
      assertThat(run("log")).contains("hello from outside");
    }
  }

  @Test
  void whatWasPostedOutlivesAKill() throws Exception {
    try (ChildProcess headless = headless()) {
      headless.line();
      run("publish", "durable");
      headless.kill();
    }

    assertThat(run("log")).contains("durable");
    assertThat(run("publish", "and on", "--json")).startsWith("{\"key\":\"%");
    assertThat(Json.parse(run("status", "--json")).asObject().orElseThrow().string("publishing"))
        .hasValue("open");
  }

  private ChildProcess headless() throws Exception {
    return new ChildProcess(temp, "headless", "--host", "127.0.0.1", "--port", "0", "--no-lan");
  }

  private String run(String... words) throws Exception {
    try (ChildProcess command = new ChildProcess(temp, words)) {
      String out = command.rest();
      assertThat(command.exitCode()).isZero();
      return out;
    }
  }
}
