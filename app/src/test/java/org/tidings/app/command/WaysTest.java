package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;

/// By which way others are called, and who may connect, as the command line and the folder's
/// settings say.
@Timeout(120)
class WaysTest {
  private static final String KEY = "~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=";
  private static final String FAR = "net:192.0.2.1:8008" + KEY;

  @TempDir private Path temp;

  @Test
  void whereOnlyTheLocalNetworkIsUsedNobodyElseIsCalled() throws Exception {
    try (ChildProcess headless = headless("--local-only")) {
      headless.line();

      assertThat(shell().type("connect", FAR).refusal()).startsWith("tidings: Only the local");
      assertThat(shell().type("connect", "net:pub.example:8008" + KEY).refusal())
          .startsWith("tidings: Only the local");
      assertThat(shell().type("connect", nearby()).refusal()).doesNotContain("Only the local");
    }
  }

  @Test
  void theFoldersSettingsHoldForEveryCommand() throws Exception {
    write("{\"localOnly\":true}");

    assertThat(shell().type("connect", FAR).refusal()).startsWith("tidings: Only the local");
    String code = FAR + ":BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
    assertThat(shell().type("invite", "accept", code).err()).contains("Only the local");
  }

  @Test
  void whereOnlyPeopleInReachMayConnectAStrangerIsTurnedAway() throws Exception {
    try (ChildProcess headless = headless("--only-in-reach")) {
      String address = Json.parse(headless.line()).asObject().orElseThrow().string("address").get();

      assertThat(new Shell(temp.resolve("stranger")).type("connect", address).refusal())
          .contains("hung up when we said who we are");
    }
  }

  @Test
  void aProxyThatIsNotThereIsNotGoneAround() throws Exception {
    write("{\"proxy\":\"" + closedPort() + "\"}");

    assertThat(shell().type("connect", FAR).refusal()).startsWith("tidings: The proxy does not");
  }

  @Test
  void aProxyThatIsNotUnderstoodKeepsEverythingClosed() throws Exception {
    write("{\"proxy\":\"tor\"}");

    assertThat(shell().type("connect", FAR).refusal()).contains("proxy in settings.json");
    Shell.Answer answer = shell().type("headless", "--proxy", "tor");
    assertThat(answer.code()).isEqualTo(Commands.WRONG_USAGE);
    assertThat(answer.err()).contains("127.0.0.1:9050");
  }

  private static String nearby() throws Exception {
    return "net:" + closedPort() + KEY;
  }

  private static String closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  private void write(String settings) throws Exception {
    assertThat(Json.parse(settings).asObject()).isPresent();
    Path folder = Files.createDirectories(temp.resolve("data"));
    Files.writeString(folder.resolve("settings.json"), settings);
  }

  private Shell shell() {
    return new Shell(temp);
  }

  private ChildProcess headless(String word) throws Exception {
    return new ChildProcess(
        temp, "headless", "--host", "127.0.0.1", "--port", "0", "--no-lan", word);
  }
}
