package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// Who wrote something and sent it to us hears that we have it, while we are connected.
class ToldAuthorsTest {
  private static final FeedId ME = id(0);
  private static final FeedId ANNA = id(1);
  private static final FeedId BEN = id(2);

  private final EbtPeer me = new EbtPeer(ME, Map.of(ANNA, 5L), Set.of(ME, ANNA));

  @BeforeEach
  void connect() {
    me.at(0).connect(ANNA);
    me.connect(BEN);
    me.hears(ANNA, ANNA, Note.of(5, true));
    me.hears(BEN, ANNA, Note.of(5, true));
  }

  @Test
  void hearOnceWhatIsStored() {
    posts(6);
    me.on(new Event.Appended(ANNA, 6));
    EbtPeer.Outcome outcome = me.at(Waiting.SILENCE).on(new Event.Tick());
    assertThat(outcome.notes(ANNA)).containsExactly(Map.entry(ANNA, Note.of(6, true)));
    assertThat(outcome.notes(BEN)).isEmpty();
    assertThat(me.at(2 * Waiting.SILENCE).on(new Event.Tick()).spoke(ANNA)).isFalse();
  }

  @Test
  void hearNothingWhileTheyGoOn() {
    posts(6);
    me.on(new Event.Appended(ANNA, 6));
    me.at(Waiting.SILENCE - 1);
    posts(7);
    me.on(new Event.Appended(ANNA, 7));
    assertThat(me.at(Waiting.SILENCE).on(new Event.Tick()).spoke(ANNA)).isFalse();
  }

  @Test
  void hearNothingBeforeItIsStored() {
    posts(6);
    assertThat(me.at(Waiting.SILENCE).on(new Event.Tick()).spoke(ANNA)).isFalse();
  }

  private void posts(long sequence) {
    me.on(new Event.MessageHeard(ANNA, ANNA, sequence));
  }

  private static FeedId id(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(3, number).array());
  }
}
