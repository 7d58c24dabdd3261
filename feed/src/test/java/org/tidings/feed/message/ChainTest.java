package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final SomeFeeds ALICE = SomeFeeds.of("alice", 4);
  private static final List<Message> MESSAGES = ALICE.messages();

  @Nested
  class OfAFeedWeDoNotHold {
    @Test
    void theFirstMessageIsAccepted() {
      assertThat(judge(MESSAGES.getFirst(), 0))
          .isEqualTo(new Verdict.Accepted(MESSAGES.getFirst().asHead()));
    }

    @Test
    void anyOtherLeavesAGap() {
      assertThat(judge(MESSAGES.get(1), 0)).isInstanceOf(Verdict.Gap.class);
    }
  }

  @Nested
  class OfAFeedHeldUpToTwo {
    @Test
    void theThirdIsAccepted() {
      assertThat(judge(MESSAGES.get(2), 2)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void theFourthLeavesAGap() {
      assertThat(judge(MESSAGES.get(3), 2)).isInstanceOf(Verdict.Gap.class);
    }

    @Test
    void bothHeldOnesAreDuplicates() {
      assertThat(judge(MESSAGES.get(0), 2)).isInstanceOf(Verdict.Duplicate.class);
      assertThat(judge(MESSAGES.get(1), 2)).isInstanceOf(Verdict.Duplicate.class);
    }

    @Test
    void anotherSecondMessageIsAFork() {
      Message other = ALICE.copyUpTo(1).post("something else");
      assertThat(judge(other, 2)).isEqualTo(new Verdict.Forked(other));
    }

    @Test
    void aThirdMessageAfterAnotherSecondIsAFork() {
      SomeFeeds copy = ALICE.copyUpTo(1);
      copy.post("something else");
      Message third = copy.post("and more");
      assertThat(judge(third, 2)).isEqualTo(new Verdict.Forked(third));
    }
  }

  @Test
  void sequencesCountFromOneAsFarAsJavaScriptCan() {
    assertThat(Sequence.FIRST.isFirst()).isTrue();
    assertThat(Sequence.FIRST.next()).isEqualTo(new Sequence(2));
    assertThat(Sequence.FIRST.isAfter(Sequence.FIRST)).isFalse();
    assertThatThrownBy(() -> new Sequence(0)).isInstanceOf(IllegalArgumentException.class);
    Sequence last = new Sequence(Sequence.LARGEST);
    assertThatThrownBy(last::next).isInstanceOf(IllegalArgumentException.class);
  }

  private static Verdict judge(Message message, int held) {
    List<Message> stored = MESSAGES.subList(0, held);
    Optional<Head> head =
        stored.isEmpty() ? Optional.empty() : Optional.of(stored.getLast().asHead());
    return Chain.judge(message, head, id -> stored.stream().anyMatch(it -> it.id().equals(id)));
  }
}
