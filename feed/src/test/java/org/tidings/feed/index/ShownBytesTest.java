package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.SearchQuery;

/// Bytes that nobody signed are not shown, and come again.
class ShownBytesTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  private void disk(String signed, String instead) {
    temp.change(
        "UPDATE messages SET wire = unhex(replace(hex(wire), hex('%s'), hex('%s')))"
            .formatted(signed, instead));
  }

  private List<String> written() {
    return feeds.timeline().by(ann.id(), TimelineKey.TOP, 10).stream()
        .map(post -> post.post().text())
        .toList();
  }

  @Test
  void aPostThatWasChangedOnDiskIsNotShown() {
    Message post = ann.post("I like tea");
    ann.post("and cake");
    store(ann);
    temp.settled();
    disk("like", "hate");
    assertThat(feeds.threads().post(post.id())).isEmpty();
    assertThat(written()).containsExactly("and cake");
    assertThat(feeds.search().posts(SearchQuery.parse("tea"), Optional.empty(), 50).hits())
        .isEmpty();
  }

  @Test
  void oneWhoseTimeWasChangedNeither() {
    Message post = ann.post("I like tea");
    store(ann);
    temp.change("UPDATE messages SET claimed = claimed + 1000");
    assertThat(feeds.threads().post(post.id())).isEmpty();
  }

  @Test
  void itIsAskedForAgainAndShownOnceItHasCome() {
    Message post = ann.post("I like tea");
    ann.post("and cake");
    store(ann);
    temp.settled();
    disk("like", "hate");
    assertThat(feeds.threads().post(post.id())).isEmpty();
    await().until(() -> feeds.log().isDamaged(ann.id()));
    assertThat(feeds.log().head(ann.id())).isEmpty();
    store(ann);
    assertThat(feeds.log().damaged()).isEmpty();
    assertThat(written()).containsExactly("and cake", "I like tea");
  }

  @Test
  void aPrivatePostNeitherThoughItWasRead() throws PublishRefused {
    FeedId self = feeds.identity().id();
    Message secret =
        feeds.publisher().publishPrivate(Post.root("between us").toJson(), List.of(self));
    temp.change("UPDATE messages SET claimed = claimed + 1000");
    assertThat(feeds.threads().post(secret.id())).isEmpty();
  }
}
