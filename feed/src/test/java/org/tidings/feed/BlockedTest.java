package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.activity.Why;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchQuery;

/// Whoever we block is in no answer to any question, from the commit of the block on.
class BlockedTest extends OnFreshFeeds {

  private static final String BLOB = "&euq8f7LuDdxMFBrFoyzRINH+NaZ54MnN/gXsmi7zqVI=.sha256";

  private final SomeFeed mallory = SomeFeed.of("mallory");
  private final SomeFeed ann = SomeFeed.of("ann");
  private MessageId annsPost;

  @BeforeEach
  void write() throws PublishRefused {
    annsPost = ann.post("by ann").id();
    ann.follow(mallory.id());
    mallory.name(mallory.id(), "Mallory");
    mallory.follow(ann.id());
    mallory.vote(annsPost, 1);
    mallory.write(
        JsonObject.builder()
            .put("type", "channel")
            .put("channel", "sailing")
            .put("subscribed", true)
            .build());
    mallory.write(
        Post.root("rude words about [ann](%s) #sailing ![picture](%s)".formatted(ann.id(), BLOB))
            .toJson());
    store(ann, mallory);
    follow(ann.id());
    block(mallory.id());
  }

  @ParameterizedTest
  @EnumSource
  void timelines(TimelineFilter filter) {
    assertThat(feeds.timeline().home(filter, TimelineKey.TOP, 10))
        .noneMatch(thread -> thread.key().arrival() > 2)
        .allMatch(thread -> thread.root().equals(annsPost));
    assertThat(feeds.timeline().by(mallory.id(), TimelineKey.TOP, 10)).isEmpty();
  }

  @Test
  void channels() {
    assertThat(feeds.channels().posts("sailing", TimelineKey.TOP, 10)).isEmpty();
    assertThat(feeds.channels().subscribers("sailing", Optional.empty(), 10)).isEmpty();
    assertThat(feeds.channels().called("sailing").subscribers()).isZero();
    assertThat(feeds.channels().named("sail", 10)).isEmpty();
    assertThat(feeds.channels().beginning("sail", 0, 10)).isEmpty();
  }

  @Test
  void namesTheyGive() {
    mallory.name(ann.id(), "Bogeyman");
    store(mallory);
    assertThat(feeds.profiles().named("bogey", 10)).isEmpty();
    assertThat(feeds.profiles().mentionable("bogey", List.of(), 10)).isEmpty();
    assertThat(feeds.profiles().called("Bogeyman", 10)).isEmpty();
    assertThat(feeds.profiles().shownAs("Mallory")).hasSize(1);
    assertThat(feeds.profiles().isOfBlocked("mall")).isTrue();
  }

  @Test
  void whatTheySayOfThemselves() {
    mallory.write(
        JsonObject.builder()
            .put("type", "about")
            .put("about", mallory.id().toString())
            .put("description", "buy my pills")
            .build());
    store(mallory);
    ProfileView.SelfPortrait self = feeds.profiles().of(mallory.id()).self();
    assertThat(self.name()).hasValue("Mallory");
    assertThat(self.description()).isEmpty();
  }

  @Test
  void links() {
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 10, 10))
        .doesNotContain(BlobId.parse(BLOB).orElseThrow());
  }

  @Test
  void votes() {
    assertThat(feeds.reactions().on(annsPost, Optional.empty(), 10)).isEmpty();
    assertThat(feeds.reactions().counts(annsPost).up()).isZero();
  }

  @Test
  void people() {
    assertThat(feeds.profiles().named("mal", 10)).isEmpty();
    assertThat(feeds.profiles().followers(ann.id(), Optional.empty(), 10))
        .extracting(by -> by.id())
        .containsExactly(feeds.identity().id());
    assertThat(feeds.profiles().following(ann.id(), Optional.empty(), 10)).isEmpty();
    assertThat(feeds.profiles().of(ann.id()).counts()).isEqualTo(new ProfileView.Counts(2, 1, 0));
  }

  @Test
  void searchAndActivity() {
    assertThat(feeds.search().posts(SearchQuery.parse("rude"), Optional.empty(), 10).hits())
        .isEmpty();
    assertThat(feeds.activity().latest(EnumSet.allOf(Why.class), TimelineKey.TOP, 10))
        .isEqualTo(List.of());
  }
}
