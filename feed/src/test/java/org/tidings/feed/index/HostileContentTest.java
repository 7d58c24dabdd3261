package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.SomeFeeds;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.search.SearchQuery;

/// What strangers may write to break an index. Nothing of it stops the messages after it.
class HostileContentTest extends OnFreshFeeds {

  private static final double CENTURY_MS = 100 * 365.25 * 24 * 60 * 60 * 1000;

  private final SomeFeed mallory = SomeFeed.of("mallory");

  private void accepted(SomeFeed author) {
    assertThat(temp.ingest(author.values(), TempFeeds.IMPORT))
        .allMatch(Verdict.Accepted.class::isInstance);
  }

  private List<Verdict> offered(SomeFeeds author) {
    return temp.ingest(author.messages().stream().map(Message::wire).toList(), TempFeeds.IMPORT);
  }

  private static Json nested(int depth, Json inner) {
    Json value = inner;
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? new JsonArray(List.of(value)) : JsonObject.of("deep", value);
    }
    return value;
  }

  @Test
  void deepNestingIsWalkedThrough() {
    String blob = "&euq8f7LuDdxMFBrFoyzRINH+NaZ54MnN/gXsmi7zqVI=.sha256";
    JsonObject content =
        JsonObject.builder()
            .put("type", "post")
            .put("text", "deep")
            .put("mentions", nested(16, Json.of(blob)))
            .build();
    mallory.write(content);
    accepted(mallory);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 10, 10)).hasSize(1);
  }

  @Test
  void nestingAsDeepAsAMessageHasRoomForIsWalkedThrough() {
    String blob = "&euq8f7LuDdxMFBrFoyzRINH+NaZ54MnN/gXsmi7zqVI=.sha256";
    SomeFeeds other = SomeFeeds.of("another program");
    other.sayAsOthersMight(post("deep").with("mentions", nested(56, Json.of(blob))));
    assertThat(offered(other)).hasOnlyElementsOfType(Verdict.Accepted.class);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 10, 10)).hasSize(1);
  }

  @Test
  void sixtyFourLevelsAreNoMessage() {
    SomeFeeds other = SomeFeeds.of("another program");
    JsonObject content = post("deep").with("mentions", nested(64, Json.of("")));
    assertThatThrownBy(() -> other.sayAsOthersMight(content)).hasMessageContaining("longer than");
  }

  @Test
  void halvesOfCharactersAreKeptAndServedAsTheyCame() {
    SomeFeeds other = SomeFeeds.of("another program");
    JsonObject content =
        post("half \ud83d and more")
            .with("\ude00", Json.of("\ude00"))
            .with("name", Json.of("\ud83d"));
    Message message = other.sayAsOthersMight(content);
    assertThat(offered(other)).hasOnlyElementsOfType(Verdict.Accepted.class);
    assertThat(feeds.log().get(message.id()).orElseThrow().wire()).isEqualTo(message.wire());
    assertThat(feeds.search().posts(SearchQuery.parse("more"), Optional.empty(), 5).hits())
        .hasSize(1);
  }

  /// The store has no place for it where it keeps the type beside the message.
  @Test
  void halfACharacterInATypeOrANameIsNoDamage() {
    SomeFeeds other = SomeFeeds.of("another program");
    other.sayAsOthersMight(JsonObject.of("type", Json.of("half \ud83d")));
    for (String name : List.of("Ann \ud83d", "Ann \ud83e", "Bob")) {
      other.sayAsOthersMight(
          JsonObject.builder()
              .put("type", "about")
              .put("about", other.id().toString())
              .put("name", name)
              .build());
    }
    assertThat(offered(other)).hasOnlyElementsOfType(Verdict.Accepted.class);
    temp.settled();
    assertThat(feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    assertThat(feeds.log().damaged()).isEmpty();
    assertThat(feeds.indexing()).isEmpty();
    assertThat(temp.rows("names")).isEqualTo(1);
  }

  @Test
  void fieldsOfEveryWrongTypeMeanNothing() {
    List<Json> wrong =
        List.of(
            Json.of(1e21),
            Json.of(true),
            Json.of(""),
            new JsonArray(List.of()),
            JsonObject.of(),
            nested(10, Json.of("x")));
    List<String> fields =
        List.of(
            "text",
            "root",
            "branch",
            "mentions",
            "channel",
            "recps",
            "vote",
            "contact",
            "about",
            "name",
            "image",
            "subscribed",
            "address",
            "contentWarning",
            "fork");
    for (String type : List.of("post", "vote", "contact", "about", "channel", "pub")) {
      for (Json value : wrong) {
        JsonObject.Builder content = JsonObject.builder().put("type", type);
        fields.forEach(field -> content.put(field, value));
        mallory.write(content.build());
      }
    }
    mallory.post("still here");
    accepted(mallory);
    assertThat(feeds.search().posts(SearchQuery.parse("still"), Optional.empty(), 5).hits())
        .hasSize(1);
  }

  @Test
  void duplicateKeysAndOverflowAreRefusedBeforeAnyIndexSeesThem() {
    String value = new String(mallory.post("x").wire(), StandardCharsets.UTF_8);
    List<Verdict> verdicts =
        temp.ingest(
            value.replace("\"text\":\"x\"", "\"text\":\"x\",\"text\":\"y\""),
            value.replace("\"text\":\"x\"", "\"text\":1e400"));
    assertThat(verdicts).noneMatch(Verdict.Accepted.class::isInstance);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).isEmpty();
  }

  @Test
  void aCenturyToEitherSidePinsNothingOnTop() {
    double now = temp.clock().millis();
    mallory.write(post("from the future"), now + CENTURY_MS);
    mallory.write(post("from the past"), now - CENTURY_MS);
    mallory.write(post("from nowhere"), -1e300);
    accepted(mallory);
    temp.clock().advance(Duration.ofMinutes(1));
    SomeFeed ann = SomeFeed.of("ann");
    ann.write(post("now"), (double) temp.clock().millis());
    accepted(ann);
    List<String> order = new ArrayList<>();
    feeds
        .timeline()
        .home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)
        .forEach(thread -> order.add(thread.opening().orElseThrow().post().text()));
    assertThat(order).hasSize(4).startsWith("now");
  }

  @Test
  void aReplyFromTheFutureStandsAfterWhatItAnswers() {
    Message root = mallory.write(post("root"), 9e15);
    SomeFeed ann = SomeFeed.of("ann");
    ann.reply("answer", root.id(), root.id());
    accepted(mallory);
    accepted(ann);
    assertThat(feeds.threads().of(root.id()).orElseThrow().posts())
        .extracting(view -> view.post().text())
        .containsExactly("root", "answer");
  }

  @Test
  void hundredsOfMentionsAndChannelsInOnePostAreTakenIn() {
    List<Json> mentions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      mentions.add(Json.of("#c" + i));
    }
    mallory.write(
        JsonObject.builder()
            .put("type", "post")
            .put("text", "spam")
            .put("mentions", new JsonArray(mentions))
            .build());
    accepted(mallory);
    assertThat(feeds.channels().posts("c299", TimelineKey.TOP, 5)).hasSize(1);
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }
}
