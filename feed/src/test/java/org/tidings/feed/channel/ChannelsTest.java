package org.tidings.feed.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.log.PublishRefused;

class ChannelsTest extends OnFreshFeeds {
  /// So many channels are named in one post.
  private static final int A_POST = 200;

  private final SomeFeed ann = SomeFeed.of("ann");

  @Test
  void aChannelIsCalledByItsNameHoweverItIsWritten() throws PublishRefused {
    ann.write(new ChannelSubscription("gardening", true).toJson());
    store(ann);
    feeds.publisher().publish(new ChannelSubscription("gardening", true).toJson());
    assertThat(feeds.channels().called("#Gardening"))
        .isEqualTo(new ChannelView("gardening", 2, true));
  }

  @Test
  void aChannelOfWhichNothingIsHereHasNobody() {
    assertThat(feeds.channels().called("garden")).isEqualTo(new ChannelView("garden", 0, false));
  }

  @Test
  void aPartOfANameMayBeTypedAsItStands() {
    ann.write(new ChannelSubscription("my_solar_punk", true).toJson());
    store(ann);
    assertThat(feeds.channels().named("solar_punk", 10)).hasSize(1);
    assertThat(feeds.channels().named("solar-punk", 10)).hasSize(1);
    assertThat(feeds.channels().named("my-sol", 10)).hasSize(1);
  }

  @Test
  void aChannelIsFoundByThePartsOfItsName() {
    for (String name : List.of("solar-punk", "cyber_punk", "punks", "spunky")) {
      ann.write(new ChannelSubscription(name, true).toJson());
    }
    store(ann);
    assertThat(feeds.channels().named("#Punk", 10))
        .extracting(ChannelView::name)
        .containsExactly("cyber_punk", "punks", "solar-punk");
  }

  @Test
  void aSubscriptionIsEndedByTheNextMessage() throws PublishRefused {
    feeds.publisher().publish(new ChannelSubscription("gardening", true).toJson());
    feeds.publisher().publish(new ChannelSubscription("gardening", false).toJson());
    assertThat(feeds.channels().called("gardening").isOurs()).isFalse();
  }

  @Test
  void aChannelThatOnlyADroppedFeedKnewIsNotKnown() {
    SomeFeed bob = SomeFeed.of("bob");
    bob.write(Post.root("about #sailing and #sandcastles").toJson());
    bob.write(new ChannelSubscription("safaris", true).toJson());
    ann.write(Post.root("about #sailing, too").toJson());
    ann.write(new ChannelSubscription("saffron", true).toJson());
    store(ann, bob);
    feeds.storage().drop(bob.id());
    await().until(() -> !feeds.storage().isBusy());
    assertThat(feeds.channels().named("sa", 10))
        .extracting(ChannelView::name)
        .containsExactly("saffron", "sailing");
  }

  @Test
  void channelsOfAFeedArePaged() {
    for (String name : List.of("cats", "art", "boats", "dogs")) {
      ann.write(new ChannelSubscription(name, true).toJson());
    }
    ann.write(new ChannelSubscription("boats", false).toJson());
    store(ann);
    assertThat(feeds.channels().of(ann.id(), "", 2))
        .containsExactly(new ChannelView("art", 1, false), new ChannelView("cats", 1, false));
    assertThat(feeds.channels().of(ann.id(), "cats", 2))
        .containsExactly(new ChannelView("dogs", 1, false));
  }

  @Test
  void theBusiestChannelsComeFirstAndTheBlockedAreNotHeard() throws PublishRefused {
    SomeFeed bob = SomeFeed.of("bob");
    SomeFeed rude = SomeFeed.of("rude");
    ann.write(Post.root("about #gardening").toJson());
    ann.write(Post.root("about #sailing").toJson());
    bob.write(Post.root("about #sailing, too").toJson());
    rude.write(Post.root("about #rudeness").toJson());
    store(ann, bob, rude);
    block(rude.id());
    assertThat(feeds.channels().active(0, 10))
        .extracting(active -> active.channel().name(), ActiveChannel::posts)
        .containsExactly(tuple("sailing", 2), tuple("gardening", 1));
    assertThat(feeds.channels().active(Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void ofChannelsThatBeginSoOursComeFirstThenTheBusiest() throws PublishRefused {
    ann.write(Post.root("about #sailing").toJson());
    ann.write(Post.root("about #sailing, too").toJson());
    ann.write(Post.root("about #saints and #art").toJson());
    ann.write(new ChannelSubscription("safaris", true).toJson());
    store(ann);
    feeds.publisher().publish(new ChannelSubscription("saffron", true).toJson());
    assertThat(feeds.channels().beginning("#SA", 0, 10))
        .extracting(active -> active.channel().name())
        .containsExactly("saffron", "sailing", "saints", "safaris");
    assertThat(feeds.channels().beginning("", 0, 2))
        .extracting(active -> active.channel().name())
        .containsExactly("saffron", "sailing");
  }

  /// In posts that name as many channels as fit.
  private static void open(SomeFeed author, String beginning, int count) {
    for (int i = 0; i < count; i += A_POST) {
      List<Json> names = new ArrayList<>();
      for (int number = i; number < i + A_POST; number++) {
        names.add(Json.of("#%s%03d".formatted(beginning, number)));
      }
      author.write(Post.root("spam").toJson().with("mentions", new JsonArray(names)));
    }
  }

  /// One person opened them.
  @Test
  void ofVeryManyChannelsThoseWithMostPeopleAreLookedAt() throws PublishRefused {
    SomeFeed mallory = SomeFeed.of("mallory");
    open(mallory, "c", Channels.LOOKED_AT + A_POST);
    mallory.write(Post.root("#xylophones").toJson());
    ann.write(Post.root("#zebras").toJson());
    ann.write(Post.root("#yoga").toJson());
    store(mallory, ann);
    feeds.publisher().publish(Post.root("#zebras").toJson());
    feeds.publisher().publish(new ChannelSubscription("yoga", true).toJson());

    assertThat(feeds.channels().active(0, 2 * Channels.LOOKED_AT))
        .hasSize(Channels.LOOKED_AT)
        .extracting(active -> active.channel().name())
        .startsWith("zebras")
        .contains("yoga");
    assertThat(feeds.channels().named("", 2 * Channels.LOOKED_AT))
        .hasSizeLessThanOrEqualTo(Channels.LOOKED_AT + 2)
        .extracting(ChannelView::name)
        .startsWith("yoga", "zebras")
        .doesNotContain("xylophones");
    assertThat(feeds.channels().named("xyl", 9)).hasSize(1);
    assertThat(feeds.channels().beginning("", 0, 2 * Channels.LOOKED_AT))
        .hasSizeLessThanOrEqualTo(Channels.LOOKED_AT + 2)
        .extracting(active -> active.channel().name())
        .startsWith("yoga", "zebras");
    assertThat(feeds.channels().beginning("xyl", 0, 9)).hasSize(1);
  }

  @Test
  void channelsAreFoundByIndexes() {
    for (String query : List.of(Channels.NAMED, Channels.BEGINNING)) {
      assertThat(temp.plan(query, 1, "c", 9))
          .anyMatch(step -> step.contains("channels_by_people"))
          .anyMatch(step -> step.contains("channel_words USING PRIMARY KEY (word>? AND word<?)"));
    }
    assertThat(temp.plan(Channels.ACTIVE, 1, "", 9))
        .anyMatch(step -> step.contains("channels_by_people"))
        .noneMatch(step -> step.equals("SCAN channels"));
  }
}
