package org.tidings.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// By whom, where and when something was said.
class SearchFiltersTest extends SearchedFeeds {
  @Test
  void filtersNarrowDown() {
    ann.name(ann.id(), "Ann");
    Message root = ann.post("tide and wind");
    bob.reply("tide again", root.id(), root.id());
    bob.write(
        JsonObject.builder()
            .put("type", "post")
            .put("text", "tide by the sea")
            .put("channel", "Sailing")
            .build(),
        1_800_000_000_000.0 - 100 * DAY_MS);
    store(ann, bob);
    assertThat(found("tide from:ann")).containsExactly("tide and wind");
    assertThat(found("tide from:" + bob.id()))
        .containsExactlyInAnyOrder("tide again", "tide by the sea");
    assertThat(found("tide in:" + root.id()))
        .containsExactlyInAnyOrder("tide and wind", "tide again");
    assertThat(found("tide #sailing")).containsExactly("tide by the sea");
    assertThat(found("#sailing")).containsExactly("tide by the sea");
    assertThat(found("tide from:nobody")).isEmpty();
  }

  @Test
  void anIdMayBeGivenByTheBeginningThatPeopleAreShown() {
    ann.post("tide");
    bob.post("tide again");
    store(ann, bob);
    assertThat(found("tide from:" + ann.id().toString().substring(0, 10))).containsExactly("tide");
    assertThat(found("tide from:" + ann.id().toString().substring(0, 9))).containsExactly("tide");
  }

  @ParameterizedTest
  @CsvSource({
    "bjorn, Bjørn Æsgaard",
    "Bjørn, Bjorn Aesgaard",
    "aesg, Bjørn Æsgaard",
    "strasse, An der Straße",
    "erik, Bjørn-Erik",
    "山, 田山",
    "☕, +☕+"
  })
  void namesAreFoldedAsTextsAre(String typed, String name) {
    ann.name(ann.id(), name);
    ann.post("tide");
    bob.name(bob.id(), "Bob");
    bob.post("tide again");
    store(ann, bob);
    assertThat(found("tide from:" + typed)).containsExactly("tide");
  }

  @Test
  void whoIsMeantMustBeClear() {
    byte[] like = ann.id().bytes();
    like[31] ^= 1;
    bob.follow(FeedId.of(like));
    bob.name(bob.id(), "Bob");
    ann.post("tide");
    store(ann, bob);
    String beginning = ann.id().toString().substring(0, 10);
    assertThat(unclear("tide from:" + beginning)).contains(new Unclear.Ambiguous(beginning));
    assertThat(unclear("tide from:" + ann.id())).isEmpty();
    assertThat(unclear("tide from:bob from:nobody")).contains(new Unclear.Nobody("nobody"));
    assertThat(unclear("tide from:@")).contains(new Unclear.Nobody("@"));
    String tooShort = beginning.substring(0, 5);
    assertThat(unclear("tide from:" + tooShort)).contains(new Unclear.TooShort(tooShort, 9));
    assertThat(unclear("tide from:@nobody")).contains(new Unclear.Nobody("@nobody"));
    assertThat(unclear("tide since:soon")).contains(new Unclear.NoDate("soon"));
  }

  @Test
  void fromFindsTheOneWhoIsCalledExactlySo() {
    for (int i = 0; i < 21; i++) {
      SomeFeed namesake = SomeFeed.of("namesake " + i);
      namesake.name(namesake.id(), "Boris " + i);
      namesake.post("hello from another");
      store(namesake);
    }
    assertThat(unclear("hello from:bo")).contains(new Unclear.ManyNamesakes("bo", 20));
    bob.name(bob.id(), "Bo");
    bob.post("hello from bo");
    store(bob);
    temp.settled();
    assertThat(found("hello from:bo")).containsExactly("hello from bo");
    assertThat(found("hello from:boris")).isEmpty();
  }

  @Test
  void whoIsBlockedIsSaidToBe() throws PublishRefused {
    bob.name(bob.id(), "Bob");
    bob.post("hello");
    store(bob);
    block(bob.id());
    assertThat(unclear("hello from:bob")).contains(new Unclear.Blocked("bob"));
    assertThat(unclear("hello from:bo")).contains(new Unclear.Blocked("bo"));
    assertThat(unclear("from:" + bob.id())).contains(new Unclear.Blocked(bob.id().toString()));
  }

  @Test
  void placesOfWhichNothingIsHereAreSaid() {
    Message post = ann.write(Post.root("about #gardening").toJson());
    store(ann);
    temp.settled();
    assertThat(unclear("in:#gardening about")).isEmpty();
    assertThat(unclear("in:" + post.id())).isEmpty();
    assertThat(unclear("in:privat")).contains(new Unclear.Nowhere("#privat"));
    assertThat(unclear("in:#nochannel about")).contains(new Unclear.Nowhere("#nochannel"));
  }

  @ParameterizedTest
  @CsvSource({
    "since:2020, three two",
    "until:2020-05-20, two one",
    "in:public, three two one",
    "-two since:2019, three one",
    "since:2020 until:2020, two"
  })
  void filtersAloneListWhatTheyLeave(String typed, String texts) {
    ann.write(Post.root("one").toJson(), 1_577_000_000_000.0);
    ann.write(Post.root("two").toJson(), 1_590_000_000_000.0);
    ann.write(Post.root("three").toJson(), 1_620_000_000_000.0);
    store(ann);
    temp.settled();
    assertThat(String.join(" ", found(typed))).isEqualTo(texts);
  }

  private Optional<Unclear> unclear(String typed) {
    return feeds.search().posts(SearchQuery.parse(typed), Optional.empty(), 50).unclear();
  }

  @Test
  void datesNarrowDown() {
    ann.write(post("old news"), 1_577_000_000_000.0);
    ann.write(post("fresh news"), 1_590_000_000_000.0);
    store(ann);
    assertThat(found("news since:2020-01-01")).containsExactly("fresh news");
    assertThat(found("news until:2019")).containsExactly("old news");
  }

  @Test
  void ourOwnPostsAreFoundAsThoseFromMe() throws PublishRefused {
    ann.name(ann.id(), "Me");
    ann.post("a walk of hers");
    store(ann);
    feeds.publisher().publish(Post.root("a walk of ours").toJson());
    assertThat(found("walk from:me")).containsExactly("a walk of ours");
    assertThat(found("walk from:@me")).containsExactly("a walk of hers");
  }
}
