package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.message.Verdict;
import org.tidings.replication.PeerStatus.Bytes;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.peer.RefusedFeed;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.peers.PeerRow.State;

class PeerWordsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  private static String words(State state) {
    return PeerWords.of(state, NOW, ZoneOffset.UTC);
  }

  private static State.Connected connected(long received, long sent) {
    return new State.Connected(
        Path.LAN,
        true,
        NOW,
        new Bytes(1_530, 0),
        new Progress.Snapshot(received, sent, 0, true, List.of()));
  }

  @Test
  void aRetryWithinAMinuteIsSoon() {
    assertThat(words(failed(Duration.ofSeconds(59))))
        .isEqualTo("It broke. Tries again in a moment.");
  }

  @Test
  void aLaterRetryHasItsTime() {
    assertThat(words(failed(Duration.ofMinutes(7)))).contains("12:07");
  }

  @Test
  void noLineEndsWithinATime() {
    Texts.speak(Language.ARABIC);
    assertThat(words(failed(Duration.ofMinutes(7)))).containsPattern("12:07\\u00a0\\S");
  }

  @Test
  void withoutARetryNothingIsPromised() {
    assertThat(words(new State.Failed(Path.DIRECT, "It broke.", Optional.empty())))
        .isEqualTo("It broke.");
  }

  @Test
  void whoCalledWhomOverWhatIsSaid() {
    assertThat(words(connected(0, 0))).startsWith("Called you on the same network");
  }

  @Test
  void messagesAreCountedInPlurals() {
    assertThat(PeerWords.traffic(connected(0, 0))).isEqualTo("Nothing new so far");
    assertThat(PeerWords.traffic(connected(1, 0)))
        .isEqualTo("1 message received, 0 sent, 2\u00a0kB in all");
    assertThat(PeerWords.traffic(connected(1_204, 31))).startsWith("1,204 messages received");
  }

  @Test
  void whatIsNotTakenFromAPeerIsSaid() {
    RefusedFeed forged = RefusedFeed.of(SomeFeed.of("Mara").id(), new Verdict.Forged());
    State.Connected up =
        new State.Connected(
            Path.LAN,
            false,
            NOW,
            new Bytes(0, 0),
            new Progress.Snapshot(3, 0, 0, true, List.of(forged)));
    assertThat(PeerWords.traffic(up))
        .endsWith(
            "The posts of one person are no longer taken over this connection. It sent a message"
                + " that its author has not signed.");
  }

  private static State.Failed failed(Duration retryIn) {
    return new State.Failed(Path.DIRECT, "It broke.", Optional.of(NOW.plus(retryIn)));
  }
}
