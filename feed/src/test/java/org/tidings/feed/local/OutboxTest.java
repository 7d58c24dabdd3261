package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

class OutboxTest extends OnFreshFeeds {

  private OutboxEntry add(List<FeedId> recipients, String... texts) {
    List<JsonObject> posts = List.of(texts).stream().map(text -> Post.root(text).toJson()).toList();
    return feeds
        .outbox()
        .add(new OutboxEntry(0, 10_000, "new post", recipients, posts), Map.of("new post", ""));
  }

  @Test
  void anEntryIsThereAfterARestart() {
    OutboxEntry entry = add(List.of(), "one", "two");
    assertThat(temp.reopen().outbox().all()).containsExactly(entry);
  }

  @Test
  void takenBackItIsNotPublishedAnyMore() throws PublishRefused {
    OutboxEntry entry = add(List.of(), "no, rather not");
    assertThat(feeds.outbox().takeBack(entry.number(), Map.of())).contains(entry);
    assertThat(feeds.publisher().publish(entry)).isEmpty();
    assertThat(feeds.log().count()).isZero();
  }

  @Test
  void whatGoesIntoItLeavesTheDrafts() {
    feeds.drafts().save("new post", "so be it");
    add(List.of(), "so be it");
    assertThat(feeds.drafts().all()).isEmpty();
  }

  @Test
  void whatIsTakenBackIsADraftAgain() {
    OutboxEntry entry = add(List.of(), "no, rather not");
    feeds.outbox().takeBack(entry.number(), Map.of("new post", "no, rather not"));
    assertThat(temp.reopen().drafts().load("new post")).contains("no, rather not");
  }

  @Test
  void whatIsPublishedAlreadyBecomesNoDraft() throws PublishRefused {
    OutboxEntry entry = add(List.of(), "only once");
    feeds.publisher().publish(entry);
    assertThat(feeds.outbox().takeBack(entry.number(), Map.of("new post", "only once"))).isEmpty();
    assertThat(feeds.drafts().all()).isEmpty();
  }

  @Test
  void whatCouldNeverBeSignedIsRefusedBefore() {
    List<JsonObject> half = List.of(Post.root("broken \ud83d").toJson());
    OutboxEntry entry = new OutboxEntry(0, 10_000, "new post", List.of(), half);
    assertThatThrownBy(() -> feeds.publisher().check(entry)).isInstanceOf(PublishRefused.class);
  }

  @Test
  void itIsPublishedOnce() throws PublishRefused {
    OutboxEntry entry = add(List.of(), "only once");
    assertThat(feeds.publisher().publish(entry)).hasSize(1);
    assertThat(feeds.publisher().publish(entry)).isEmpty();
    assertThat(feeds.outbox().all()).isEmpty();
    assertThat(feeds.outbox().takeBack(entry.number(), Map.of())).isEmpty();
    assertThat(feeds.log().count()).isEqualTo(1);
  }

  @Test
  void severalPostsBecomeAThread() throws PublishRefused {
    List<Message> messages = feeds.publisher().publish(add(List.of(), "one", "two", "three"));
    ThreadView thread = feeds.threads().of(messages.getLast().id()).orElseThrow();
    assertThat(thread.root()).isEqualTo(messages.getFirst().id());
    assertThat(thread.posts())
        .extracting(post -> post.post().text())
        .containsExactly("one", "two", "three");
    assertThat(thread.heads()).containsExactly(messages.getLast().id());
  }

  @Test
  void aPrivateEntryIsPublishedForItsRecipientsOnly() throws PublishRefused {
    FeedId self = feeds.identity().id();
    Message message = feeds.publisher().publish(add(List.of(self), "hush")).getFirst();
    assertThat(message.type()).isEmpty();
    assertThat(feeds.conversations().posts(List.of(), TimelineKey.TOP, 5)).hasSize(1);
  }

  @Test
  void whatADamagedEntrySaysIsGivenBackLetterByLetterAndTheOthersWhole() {
    OutboxEntry damaged = add(List.of(), "half a thought");
    OutboxEntry whole = add(List.of(), "another");
    temp.change(
        "UPDATE outbox_posts SET content = replace(content, '{', '(') WHERE entry = "
            + damaged.number());
    List<OutboxEntry> all = feeds.outbox().all();
    assertThat(all).hasSize(2).contains(whole);
    assertThat(all.getFirst().posts().getFirst().string("text").orElseThrow())
        .contains("half a thought");
  }

  @Test
  void whatCannotBePublishedStaysInTheOutboxWhole() {
    OutboxEntry entry = add(List.of(), "fine", "x".repeat(9_000));
    assertThatThrownBy(() -> feeds.publisher().publish(entry)).isInstanceOf(PublishRefused.class);
    assertThat(feeds.log().count()).isZero();
    assertThat(feeds.outbox().all()).containsExactly(entry);
  }
}
