package org.tidings.feed.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A store opened again after its program or its disk has failed.
///
/// @param when for messages of the test
/// @param folder the parent of data and state
record Aftermath(String when, Path folder) {

  private static final int ALL = 1_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(5);

  /// What was found.
  ///
  /// @param own our own messages in order
  /// @param gate whether publishing goes on
  record Found(List<MessageId> own, GateState gate) {}

  /// Nothing acknowledged is missing, no feed is broken, the file is whole, and every index says
  /// what a replay of the log says.
  Found assertSound(Acknowledged acknowledged) {
    try (Feeds feeds = CrashingWriter.open(folder)) {
      GateState gate = feeds.gate().state();
      acknowledged
          .self()
          .ifPresent(self -> assertThat(feeds.identity().id()).as(when).isEqualTo(self));
      List<MessageId> own = ownChain(feeds);
      acknowledged.own().forEach((number, id) -> assertHolds(own, number, id));
      acknowledged
          .left()
          .ifPresent(upto -> assertThat(feeds.gate().hasLeft(upto)).as(when).isTrue());
      assertThat(acknowledged.stored().stream().filter(id -> feeds.log().get(id).isEmpty()))
          .as(when)
          .isEmpty();
      assertThat(gate).as(when).isNotIn(new Held(Reason.FORKED), new Held(Reason.DAMAGED));
      await().atMost(PATIENCE).pollInterval(POLL).until(() -> feeds.indexing().isEmpty());
      await()
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .until(() -> acknowledged.gone().stream().allMatch(of -> feeds.log().head(of).isEmpty()));
      // That nothing of a key used before is back yet is told, and no damage.
      assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage())
          .as(when)
          .filteredOn(finding -> !own.isEmpty() || !(finding instanceof Finding.ShortOwnFeed))
          .isEmpty();
      return new Found(own, gate);
    }
  }

  /// Every entry of the outbox is either there or sent, whole and once.
  void assertSentOnce(Map<String, Integer> queued) {
    try (Feeds feeds = CrashingWriter.open(folder)) {
      List<String> sent =
          feeds.log().range(feeds.identity().id(), Sequence.FIRST, ALL).stream()
              .flatMap(message -> text(message).stream())
              .toList();
      List<String> waiting =
          feeds.outbox().all().stream()
              .flatMap(entry -> entry.posts().stream())
              .flatMap(post -> post.string("text").stream())
              .toList();
      assertThat(sent).as(when).doesNotHaveDuplicates();
      assertThat(waiting).as(when).noneMatch(sent::contains);
      queued.forEach(
          (name, count) ->
              assertThat(List.of(sent, waiting))
                  .as(when)
                  .anySatisfy(there -> assertThat(there).containsAll(Sending.texts(name, count))));
    }
  }

  private static Optional<String> text(StoredMessage message) {
    return message
        .read()
        .flatMap(read -> read.content().asObject())
        .flatMap(content -> content.string("text"));
  }

  /// Our own feed, which must be one chain that anybody would accept.
  private List<MessageId> ownChain(Feeds feeds) {
    FeedId self = feeds.identity().id();
    MessageVerifier verifier = new MessageVerifier(Optional.empty());
    List<MessageId> chain = new ArrayList<>();
    Optional<Head> head = Optional.empty();
    for (StoredMessage stored : feeds.log().range(self, Sequence.FIRST, ALL)) {
      Verdict verdict = verifier.verify(stored.wire(), head);
      assertThat(verdict).as(when).isInstanceOf(Verdict.Accepted.class);
      Head now = ((Verdict.Accepted) verdict).head();
      assertThat(now.id()).as(when).isEqualTo(stored.id());
      assertThat(new String(stored.wire(), UTF_8)).as(when).contains(self.toString());
      head = Optional.of(now);
      chain.add(now.id());
    }
    assertThat(feeds.log().head(self)).as(when).isEqualTo(head);
    return chain;
  }

  private void assertHolds(List<MessageId> own, long number, MessageId id) {
    assertThat(own).as(when).hasSizeGreaterThanOrEqualTo((int) number);
    assertThat(own.get((int) number - 1)).as(when).isEqualTo(id);
  }
}
