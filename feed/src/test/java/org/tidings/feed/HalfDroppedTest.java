package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.message.Message;
import org.tidings.feed.store.FeedNumbers;

/// A feed of which some messages are gone already and others still there.
class HalfDroppedTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private void sayTheSameAgain(Message post) {
    bob.vote(post.id(), 1);
    bob.name(bob.id(), "Bob");
    bob.follow(ann.id());
  }

  private void dropHalf() {
    FeedNumbers numbers = new FeedNumbers();
    numbers.load(feeds.database);
    SocialGraph graph = feeds.graph().blank();
    FeedLog log = new FeedLog(feeds.database, numbers, graph.self());
    IndexRunner indexes =
        new IndexRunner(graph, new Unboxer(feeds.identity().keys()), IndexList.of(numbers, graph));
    indexes.open(feeds.database);
    try (FeedEvents events = new FeedEvents()) {
      Appender appender = new Appender(log, indexes, new ForkProofs(numbers), events, temp.clock());
      FeedRemoval removal = new FeedRemoval(log, appender, indexes, events);
      removal.begin(bob.id());
      assertThat(removal.step()).isTrue();
    }
  }

  @Test
  void isNotCalledDamage() {
    Message post = ann.post("mine");
    sayTheSameAgain(post);
    for (int i = 0; i < 200; i++) {
      bob.post("hello " + i);
    }
    sayTheSameAgain(post);
    store(ann, bob);
    temp.settled();
    dropHalf();
    assertThat(feeds.storage().of(bob.id()).messages()).isBetween(1L, 205L);
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage())
        .isEqualTo(List.of());
  }
}
