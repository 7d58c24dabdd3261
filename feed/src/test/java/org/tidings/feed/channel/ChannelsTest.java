package org.tidings.feed.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
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
  void aSubscriptionIsEndedByTheNextMessage() throws PublishRefused {
    feeds.publisher().publish(new ChannelSubscription("gardening", true).toJson());
    feeds.publisher().publish(new ChannelSubscription("gardening", false).toJson());
    assertThat(feeds.channels().called("gardening").isOurs()).isFalse();
  }
}
