package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;

class ThreadsTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final SomeFeed cleo = SomeFeed.of("cleo");

  private static List<String> texts(List<PostView> posts) {
    return posts.stream().map(post -> post.post().text()).toList();
  }

  @Test
  void aReplyLeadsToItsWholeThread() {
    Message root = ann.post("root");
    Message reply = bob.reply("reply", root.id(), root.id());
    Message answer = ann.reply("answer", root.id(), reply.id());
    store(ann, bob);
    ThreadView thread = feeds.threads().of(answer.id()).orElseThrow();
    assertThat(thread.root()).isEqualTo(root.id());
    assertThat(texts(thread.posts())).containsExactly("root", "reply", "answer");
    assertThat(thread.heads()).containsExactly(answer.id());
    assertThat(feeds.threads().of(cleo.post("unknown").id())).isEmpty();
  }

  /// Protocol 10.6.4.
  @Test
  void aReplyOfTheNextCenturyIsNotTheLastForEver() {
    Message root = ann.post("root");
    bob.write(reply("from the future", root), 4_900_000_000_000.0);
    store(ann, bob);
    temp.clock().advance(Duration.ofHours(1));
    cleo.write(reply("later", root), (double) temp.clock().millis());
    store(cleo);
    assertThat(texts(feeds.threads().of(root.id()).orElseThrow().posts()))
        .containsExactly("root", "from the future", "later");
  }

  private static JsonObject reply(String text, Message root) {
    Place place = new Place(Optional.of(root.id()), List.of(root.id()), Optional.empty());
    return new Post(text, place, List.of(), Optional.empty(), Optional.empty()).toJson();
  }

  /// Protocol 10.6.3.
  @Nested
  class OfRepliesThatKnewOfOthers {

    private static final double LONG_BEFORE = 1_600_000_000_000.0;

    private final Message root = ann.post("root");
    private final Message one = bob.reply("one", root.id(), root.id());

    private void tellsOf(JsonObject knowing) {
      Message other = cleo.write(knowing, LONG_BEFORE);
      store(ann, bob, cleo);
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(texts(thread.posts())).containsExactly("root", "one", "other");
      assertThat(thread.heads()).containsExactly(other.id());
    }

    @Test
    void aMentionTellsIt() {
      String text = "as [one](" + one.id() + ") says";
      JsonObject mentioning = Post.reply(text, root.id(), List.of(root.id())).toJson();
      tellsOf(mentioning.with("text", Json.of("other")));
    }

    @Test
    void anyFieldTellsIt() {
      JsonObject deep = JsonObject.builder().put("at", one.id().toString()).build();
      tellsOf(reply("other", root).with("deep", new JsonArray(List.of(deep))));
    }

    @Test
    void aPlainTextDoesNot() {
      Message other = cleo.write(reply("not a link: " + one.id(), root), LONG_BEFORE);
      store(ann, bob, cleo);
      assertThat(feeds.threads().of(root.id()).orElseThrow().heads())
          .containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void theNextInTheSameFeedTellsIt() {
      Message next = bob.write(reply("next", root), LONG_BEFORE);
      store(ann, bob);
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(texts(thread.posts())).containsExactly("root", "one", "next");
      assertThat(thread.heads()).containsExactly(next.id());
    }
  }

  @Nested
  class ASideThread {

    private final Message root = ann.post("root");
    private final Message reply = bob.reply("reply", root.id(), root.id());
    private final Message first =
        cleo.write(
            new Post(
                    "by the way",
                    new Place(Optional.of(reply.id()), List.of(reply.id()), Optional.of(root.id())),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())
                .toJson(),
            1_700_000_000_000.0);
    private final Message second = ann.reply("indeed", reply.id(), first.id());

    @Test
    void isNamedWhereItBegins() throws PublishRefused {
      store(ann, bob, cleo);
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(texts(thread.posts())).containsExactly("root", "reply");
      assertThat(thread.sides()).hasSize(1);
      assertThat(thread.sides().getFirst().at()).isEqualTo(reply.id());
      assertThat(thread.sides().getFirst().posts()).isEqualTo(2);
      block(cleo.id());
      assertThat(feeds.threads().of(root.id()).orElseThrow().sides())
          .containsExactly(new SideThread(reply.id(), second.id(), 1));
    }

    /// Protocol 10.1 and 10.7.
    @Test
    void isWhereAPostStandsThatNamesNothingButTheForkInTheRoad() {
      SomeFeed dan = SomeFeed.of("dan");
      Message other =
          dan.write(
              JsonObject.builder()
                  .put("type", "post")
                  .put("text", "another thing")
                  .put("fork", root.id().toString())
                  .build());
      store(ann, bob, dan);
      ThreadView thread = feeds.threads().of(other.id()).orElseThrow();
      assertThat(thread.root()).isEqualTo(root.id());
      assertThat(texts(thread.posts())).containsExactlyInAnyOrder("root", "reply", "another thing");
    }

    @Test
    void opensWithThePostItBeginsAt() {
      store(ann, bob, cleo);
      ThreadView side = feeds.threads().of(first.id()).orElseThrow();
      assertThat(side.opening().orElseThrow().id()).isEqualTo(reply.id());
      assertThat(texts(side.posts())).containsExactly("reply", "by the way", "indeed");
      assertThat(side.sides()).isEmpty();
      assertThat(side.older()).isZero();
    }
  }

  @Nested
  class OfAVeryLongThread {

    private static final int MANY = 2_100;

    private final Message root = ann.post("root");

    private void answer(SomeFeed author, int times) {
      for (int i = 0; i < times; i++) {
        author.reply("answer", root.id(), root.id());
      }
      store(author);
    }

    @Test
    void theOpeningAndTheNewestAreThereAndTheOthersCounted() {
      store(ann);
      answer(bob, MANY);
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(thread.opening()).isPresent();
      assertThat(thread.posts().getFirst().id()).isEqualTo(root.id());
      assertThat(thread.posts().size() + thread.older()).isEqualTo(MANY + 1);
      assertThat(thread.posts()).hasSize(2_001);
      assertThat(thread.hidden()).isZero();
    }

    @Test
    void noMoreIsReadThanIsAskedFor() {
      store(ann);
      answer(bob, 20);
      ThreadView thread = feeds.threads().of(root.id(), 5).orElseThrow();
      assertThat(thread.opening()).isPresent();
      assertThat(thread.posts()).hasSize(6);
      assertThat(thread.older()).isEqualTo(15);
    }

    @Test
    void theMessageAskedForIsThereHoweverFarBack() {
      store(ann);
      answer(bob, 2);
      Message third = bob.reply("third", root.id(), root.id());
      answer(bob, 17);
      ThreadView thread = feeds.threads().of(third.id(), 5).orElseThrow();
      assertThat(thread.posts()).extracting(PostView::id).contains(third.id());
      assertThat(thread.older()).isEqualTo(2);
    }

    @Test
    void whatComesLateAndStandsFartherBackThanIsAskedForUnfoldsNothing() {
      store(ann);
      answer(bob, 4);
      long before = feeds.log().lastArrival();
      cleo.write(reply("late", root), 1_600_000_000_000.0);
      store(cleo);
      assertThat(since(before, 2)).isZero();
      assertThat(since(before, 10)).isEqualTo(6);
      assertThat(since(before - 1, 2)).isEqualTo(1);
    }

    private int since(long arrival, int most) {
      return temp.read(tx -> ThreadRows.open(1).since(tx, arrival, most));
    }

    @Test
    void noMoreIsCountedThanIsTold() {
      store(ann);
      answer(bob, MANY);
      Message side = bob.reply("by the way", root.id(), root.id());
      for (int i = 0; i < MANY; i++) {
        cleo.reply("indeed", side.id(), side.id());
      }
      store(bob, cleo);
      ThreadView thread = feeds.threads().of(root.id(), 5).orElseThrow();
      assertThat(thread.older()).isEqualTo(ThreadSummary.MANY + 1);
      assertThat(thread.sides())
          .singleElement()
          .satisfies(aside -> assertThat(aside.posts()).isEqualTo(ThreadSummary.MANY + 1));
    }

    @Test
    void theBlockedTakeNobodysPlace() throws PublishRefused {
      store(ann);
      answer(cleo, 1);
      answer(bob, MANY);
      block(bob.id());
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(texts(thread.posts())).containsExactly("root", "answer");
      assertThat(thread.hidden()).isEqualTo(ThreadSummary.MANY + 1);
      assertThat(thread.older()).isZero();
    }
  }
}
