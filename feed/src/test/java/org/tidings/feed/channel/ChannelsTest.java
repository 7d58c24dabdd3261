package org.tidings.feed.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;

class ChannelsTest extends OnFreshFeeds {
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
}
