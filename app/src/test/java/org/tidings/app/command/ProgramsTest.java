package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.interop.Program;
import org.tidings.replication.interop.RequiresNpmPeers;
import org.tidings.replication.transport.NetAddress;

/// Programs made for ssb-server find a running Tidings and are at home there.
@Timeout(120)
class ProgramsTest {
  @TempDir private Path temp;

  @Test
  @RequiresNpmPeers
  void theyFindItByItsFolderAndPort() throws Exception {
    try (ChildProcess headless = headless()) {
      String id = Json.parse(headless.line()).asObject().orElseThrow().string("id").orElseThrow();
      Path folder = temp.resolve("data");
      JsonObject instance =
          Json.parse(Files.readAllBytes(folder.resolve("instance.json"))).asObject().orElseThrow();

      try (Program program = Program.at(folder, (int) instance.number("port").orElseThrow())) {
        assertThat(program.call("whoami")).isEqualTo(JsonObject.of("id", Json.of(id)));
        program.call("publish", Json.parse("{\"type\":\"post\",\"text\":\"from a program\"}"));
        assertThat(program.source("messagesByType", Json.of("post"))).hasSize(1);
      }
      assertThat(new Shell(temp).type("log").out()).contains("from a program");
    }
  }

  /// There is one port of ssb-server for both.
  @Test
  @RequiresNpmPeers
  void theyAreAtHomeWherePeersComeToo() throws Exception {
    try (ChildProcess headless = headless()) {
      JsonObject running = Json.parse(headless.line()).asObject().orElseThrow();
      NetAddress address = running.string("address").flatMap(NetAddress::parse).orElseThrow();
      try (Program program = Program.at(temp.resolve("data"), address.port())) {
        assertThat(program.call("whoami").asObject().orElseThrow().string("id"))
            .isEqualTo(running.string("id"));
      }
      assertThat(new Shell(temp).type("status", "--json").json().string("publishing"))
          .hasValue("open");
    }
  }

  @Test
  void whereThePortTheyLookAtIsTakenItSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      if (isFree()) {
        taken.bind(usualPort());
      }
      String refusal =
          new Shell(temp)
              .type("headless", "--host", "127.0.0.1", "--port", "0", "--no-lan", "--ssb-compat")
              .refusal();

      assertThat(refusal)
          .contains("Port 8008 of this computer", "another program has it")
          .endsWith("End that program, or leave out --ssb-compat.");
    }
  }

  private static boolean isFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(usualPort());
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static InetSocketAddress usualPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 8008);
  }

  private ChildProcess headless() throws Exception {
    List<String> words = List.of("headless", "--host", "127.0.0.1", "--port", "0", "--no-lan");
    return new ChildProcess(temp, words.toArray(String[]::new));
  }
}
