package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.replication.TestPeer;
import org.tidings.replication.room.RoomInvite;

/// A pub as a process, and people who come to it by their command line.
@Timeout(120)
class InviteCommandTest {
  @TempDir private Path temp;

  @Test
  void aPubTakesInWhoComesWithItsCode() throws Exception {
    Shell pub = new Shell(temp.resolve("pub"));
    try (ChildProcess headless = pub("--pub")) {
      String id = Json.parse(headless.line()).asObject().orElseThrow().string("id").orElseThrow();
      String code = pub.type("invite", "create", "--json").json().string("invite").orElseThrow();
      assertThat(code).startsWith("127.0.0.1:").contains(":" + id + "~");

      Shell.Answer accepted = new Shell(temp.resolve("ann")).type("invite", "accept", code);
      assertThat(accepted.err()).isEmpty();
      assertThat(accepted.code()).isZero();
      assertThat(accepted.lines()).hasSize(8).last().isEqualTo("The pub follows you.");

      Shell.Answer late = new Shell(temp.resolve("bob")).type("invite", "accept", code, "--json");
      assertThat(late.code()).isEqualTo(Commands.REFUSED);
      assertThat(late.err()).contains("used up");
      assertThat(late.objects().getLast().string("step")).hasValue("handshake");
      assertThat(late.objects().getLast().bool("done")).hasValue(false);
    }
  }

  @Test
  void aCodeNamesTheHostAsOthersKnowIt() throws Exception {
    Shell pub = new Shell(temp.resolve("pub"));
    try (ChildProcess headless = pub("--pub")) {
      headless.line();

      assertThat(pub.type("invite", "create", "--host", "pub.example", "--uses", "3").out())
          .startsWith("pub.example:");
      assertThat(pub.type("invite", "create", "--uses", "0").wrongUsage()).contains("from 1 to");
    }
  }

  @Test
  void aDeviceIsPairedWithOneThatRuns() throws Exception {
    Shell peer = new Shell(temp.resolve("pub"));
    assertThat(peer.type("invite", "create", "--device").refusal()).contains("start it here");
    try (ChildProcess headless = pub("--json")) {
      headless.line();
      String code = peer.type("invite", "create", "--device").lines().getFirst();

      Shell.Answer accepted = new Shell(temp.resolve("ann")).type("invite", "accept", code);

      assertThat(accepted.lines()).hasSize(8).last().isEqualTo("The device follows you.");
      assertThat(peer.type("log", "--json").out()).contains("contact").doesNotContain("\"pub\"");
    }
  }

  @Test
  void onlyAPubInvites() throws Exception {
    Shell peer = new Shell(temp.resolve("pub"));
    assertThat(peer.type("invite", "create").refusal()).contains("does not use the network");
    try (ChildProcess headless = pub("--json")) {
      headless.line();
      assertThat(peer.type("invite", "create").refusal()).contains("headless --pub");
    }
  }

  /// Only whoever goes the way into rooms is told that this is none.
  @Test
  void anInviteToARoomIsNotTakenForOneToAPub() throws Exception {
    try (TestPeer peer = TestPeer.start(temp.resolve("peer"))) {
      String invite = new RoomInvite.Open(peer.address()).text();
      assertThat(new Shell(temp.resolve("ann")).type("invite", "accept", invite).refusal())
          .contains("says that it is no room");
    }
  }

  @Test
  void whatIsToBeDoneWithInvitesHasToBeSaid() {
    Shell.Answer answer = new Shell(temp).type("invite");

    assertThat(answer.code()).isEqualTo(Commands.WRONG_USAGE);
    assertThat(answer.err()).contains("invite accept CODE");
  }

  private ChildProcess pub(String word) throws Exception {
    return new ChildProcess(
        temp.resolve("pub"), "headless", "--host", "127.0.0.1", "--port", "0", "--no-lan", word);
  }
}
