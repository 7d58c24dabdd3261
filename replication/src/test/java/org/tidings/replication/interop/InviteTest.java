package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.TestPeer;
import org.tidings.replication.pub.InviteStep;

/// Invites between us and ssb-server, each as the pub.
@RequiresNpmPeers
@Timeout(120)
class InviteTest {
  @TempDir private Path temp;
  private NpmPeer theirs;
  private TestPeer ours;

  @BeforeEach
  void start() throws Exception {
    theirs = NpmPeer.start(NpmPeer.Kind.LEGACY);
    ours = TestPeer.startPub(temp);
  }

  @AfterEach
  void stop() {
    ours.close();
    theirs.close();
  }

  /// How a code may be written.
  enum Form {
    LEGACY,
    MULTISERVER,
    QUOTED,
    LINK;

    String of(String code) {
      String modern = InviteCode.parse(code).orElseThrow().toString();
      return switch (this) {
        case LEGACY -> code;
        case MULTISERVER -> modern;
        case QUOTED -> "\"" + code + "\"\n";
        case LINK ->
            "ssb:address/multiserver?multiserverAddress="
                + URLEncoder.encode(modern, StandardCharsets.UTF_8);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void theirPubTakesUsInByEveryFormOfItsCode(Form form) throws Exception {
    String code = theirs.tell("createInvite").asString().orElseThrow();
    List<InviteStep> steps = new ArrayList<>();
    await()
        .until(
            () -> {
              steps.clear();
              ours.replication().useInvite(form.of(code), steps::add);
              return !steps.getLast().isInVain(); // it says that it is ready before it listens
            });

    assertThat(steps).allMatch(InviteStep::done);
    assertThat(ours.feeds().graph().relationship(theirs.id()).isFriend()).isTrue();
    await()
        .until(
            () ->
                theirs.tell("clock").asObject().orElseThrow().number(ours.id().toString()).orElse(0)
                    == 2);

    try (TestPeer late = TestPeer.start(temp.resolve("late"))) {
      List<InviteStep> lateSteps = new ArrayList<>();
      late.replication().useInvite(code, lateSteps::add);
      assertThat(lateSteps.getLast().sentence()).contains("used up");
    }
  }

  @Test
  void theyAreTakenInByOurPub() throws Exception {
    String code = create(1);
    theirs.tell("useInvite", "invite", code);

    assertThat(ours.feeds().graph().follows(ours.id(), theirs.id())).isTrue();
    JsonObject relation = JsonObject.builder().put("author", theirs.id().toString()).build();
    assertThat(theirs.tell("messages", relation).toString())
        .contains("\"autofollow\":true")
        .contains("\"type\":\"pub\"")
        .contains(ours.id().toString());
    assertThatThrownBy(() -> theirs.tell("useInvite", "invite", code))
        .hasMessageContaining("could not connect");
    assertThatThrownBy(() -> theirs.tell("useInvite", "invite", create(1)))
        .hasMessageContaining("already following");
  }

  @Test
  void aModernPeerIsTakenInByOurPub() throws Exception {
    try (NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN)) {
      String code = create(1);
      modern.tell("useInvite", "invite", code);
      assertThat(ours.feeds().graph().follows(ours.id(), modern.id())).isTrue();
      assertThat(modern.tell("messages", JsonObject.of()).toString())
          .contains("\"following\":true")
          .contains(ours.id().toString());
      assertThatThrownBy(() -> modern.tell("useInvite", "invite", code))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aModernPeerTakesTheCodeThatPairsDevices() throws Exception {
    try (NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer device = TestPeer.start(temp.resolve("device"))) {
      String onOtherNetworksToo =
          device.replication().pairing().replace("#", "#192.0.2.7,fd00::7#");
      modern.tell("useInvite", "invite", onOtherNetworksToo);
      assertThat(device.feeds().graph().follows(device.id(), modern.id())).isTrue();
    }
  }

  @Test
  void programsMakeAndAcceptInvites() throws Exception {
    try (Program program = Program.of(ours, temp)) {
      String code = theirs.tell("createInvite").asString().orElseThrow();
      String[] said = {""};
      await()
          .ignoreExceptions()
          .until(
              () -> {
                said[0] =
                    program
                        .call("invite.accept", SsbClientTest.options("\"" + code + "\""))
                        .toString();
                return true;
              });
      assertThat(said[0]).contains("autofollow").contains("\"type\":\"pub\"");

      String made =
          program.call("invite.create", SsbClientTest.options("1")).asString().orElseThrow();
      assertThat(InviteCode.parse(made)).isPresent();
      assertThat(made).startsWith("127.0.0.1:").contains("@").contains("~");
    }
  }

  private String create(int uses) {
    return ours.replication()
        .createInvite(new Invite(uses, ""), Optional.empty())
        .orElseThrow()
        .legacy();
  }
}
