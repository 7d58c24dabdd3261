package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.InviteCode;

/// What a guest is shown of our feed counts as released before it is shown.
@Timeout(60)
class InviteAnswerTest {
  @TempDir private Path folder;
  private TestPeer pub;

  @BeforeEach
  void start() throws Exception {
    pub = TestPeer.startPub(folder);
  }

  @AfterEach
  void stop() {
    pub.close();
  }

  @Test
  void theFollowThatAGuestIsShownHasLeft() throws Exception {
    assertThat(answer()).contains("\"key\":\"%", "\"signature\":\"");
    assertThat(pub.feeds().gate().hasLeft(Sequence.FIRST)).isTrue();
  }

  @Test
  void aFollowOfWhichThatCannotBeNotedIsNotShown() throws Exception {
    try (BrokenTable gate = new BrokenTable(pub.feeds(), "gate")) {
      assertThat(gate).isNotNull();
      assertThat(answer()).contains("\"key\":\"%").doesNotContain("signature");
    }
    assertThat(pub.feeds().gate().hasLeft(Sequence.FIRST)).isFalse();
    assertThat(pub.feeds().graph().follows(pub.id(), SomeFeed.of("carol").id())).isTrue();
  }

  private String answer() throws Exception {
    InviteCode code =
        pub.replication().createInvite(new Invite(1, ""), Optional.empty()).orElseThrow();
    KeyPair guest =
        KeyPair.fromSeed(Base64.getDecoder().decode(code.address().seed().orElseThrow()));
    try (Intruder came = Intruder.at(pub, guest)) {
      String feed = SomeFeed.of("carol").id().toString();
      came.says()
          .says(
              1,
              "{\"name\":[\"invite\",\"use\"],\"args\":[{\"feed\":\"%s\"}],\"type\":\"async\"}"
                  .formatted(feed));
      return came.says().hears().orElseThrow().body().toString();
    }
  }
}
