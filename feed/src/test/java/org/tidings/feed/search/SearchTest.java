package org.tidings.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

class SearchTest extends SearchedFeeds {
  @ParameterizedTest
  @CsvSource({
    "cafe, Ein Café am Hafen",
    "CAFÉ, Ein Café am Hafen",
    "hafen, Ein Café am Hafen",
    "日本, 私は日本語を話します",
    "本語, 私は日本語を話します",
    "हिन्दी, यह हिन्दी है",
    "Öl, Das Öl",
    "🌱, growing 🌱 here",
    "thanks, Thanks❤️ everyone",
    "done, done✅",
    "✅, done✅",
    "❤, I ❤️ tea",
    "❤️, I ❤ tea",
    "👍🏽, nice 👍 one",
    "🫠, so 🫠 today",
    "bar, コーヒーbar",
    "コーヒー, ｺｰﾋｰ",
    "ガ, ｶﾞｽ",
    "strasse, Straße",
    "bjorn, Bjørn und Ærø",
    "aero, Bjørn und Ærø",
    "ŁÓDŹ, lodz",
    "donaudampf, Donau\u00ADdampf",
    "οδος, ΟΔΟΣ",
    "ΟΔΟΣ*, οδοσήμανση",
    "οδός*, ΟΔΟΣΉΜΑΝΣΗ",
    "½, about ½ cup"
  })
  void wordsAreFoundWhateverTheirCaseAccentsAndScript(String typed, String text) {
    ann.post(text);
    ann.post("something else altogether");
    store(ann);
    assertThat(found(typed)).containsExactly(text);
  }

  @Test
  void anAccentAloneAsksForNothing() {
    ann.post("slow boat");
    ann.post("something else altogether");
    store(ann);
    assertThat(found("slow \u0301")).containsExactly("slow boat");
  }

  @Test
  void aSymbolBesideAWordIsAskedForToo() {
    ann.post("slow boat");
    ann.post("slow 🫠");
    store(ann);
    assertThat(found("slow 🫠")).containsExactly("slow 🫠");
  }

  @Test
  void aThreadIsNotMistakenForOneWhoseIdBeginsAlike() {
    Message root = ann.post("tide");
    byte[] twin = root.id().bytes().clone();
    twin[31] ^= 1;
    bob.reply("tide of a twin", MessageId.of(twin), MessageId.of(twin));
    store(ann, bob);
    assertThat(found("tide in:" + root.id())).containsExactly("tide");
    assertThat(found("tid* in:" + root.id())).containsExactly("tide");
  }

  @Test
  void allWordsMustBeThereAndNoneThatIsExcluded() {
    ann.post("slow boat");
    ann.post("slow train");
    ann.post("slow boat in the harbour");
    store(ann);
    assertThat(found("boat slow -harbour")).containsExactly("slow boat");
  }

  @Test
  void asManyMayBeExcludedAsSomebodyCanThinkOf() {
    ann.post("slow boat");
    ann.post("slow train w299");
    store(ann);
    String unwanted =
        IntStream.range(0, 300).mapToObj(i -> " -w" + i).collect(Collectors.joining());
    assertThat(found("slow" + unwanted)).containsExactly("slow boat");
  }

  @Test
  void phrasesStandTogether() {
    ann.post("the slow boat");
    ann.post("the boat is slow");
    store(ann);
    assertThat(found("\"slow boat\"")).containsExactly("the slow boat");
  }

  @Test
  void aStarFindsBeginnings() {
    ann.post("gardening");
    ann.post("regard");
    store(ann);
    assertThat(found("gard*")).containsExactly("gardening");
  }

  /// So many that the newest posts are asked themselves, and so few of many that they are not
  /// enough.
  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void beginningsAreFoundInWarningsTooAndOnlyWhereNothingUnwantedIs(int every) {
    for (int i = 0; i < 600; i++) {
      String seldom = i % every == 0 ? "gardening" : "regard";
      ann.write(
          JsonObject.builder()
              .put("type", "post")
              .put("text", i % 4 == 0 ? "post " + i : seldom + " post " + i)
              .put("contentWarning", i % 4 == 0 ? seldom : i % 5 == 0 ? "spoilers" : "none")
              .build());
    }
    store(ann);
    List<String> right =
        IntStream.range(0, 600)
            .map(i -> 599 - i)
            .filter(i -> i % every == 0 && (i % 4 == 0 || i % 5 != 0))
            .limit(100)
            .mapToObj(i -> i % 4 == 0 ? "post " + i : "gardening post " + i)
            .toList();
    assertThat(
            feeds
                .search()
                .posts(SearchQuery.parse("gard* post -spoil*"), Optional.empty(), 100)
                .hits())
        .extracting(hit -> hit.post().post().text())
        .containsExactlyInAnyOrderElementsOf(right);
  }

  @Test
  void aRareBeginningIsFoundHoweverOldItIs() {
    writeOverDays(600, 40);
    bob.write(post("common gardening"), TIME);
    bob.write(post("common gardens"), TIME + 2 * DAY_MS);
    store(bob);
    assertThat(found("common gard*")).containsExactly("common gardens", "common gardening");
  }

  /// More than are asked themselves for one slice.
  @Test
  void whatLacksAWordThatNearlyAllHaveIsFoundSliceBySlice() {
    for (int i = 0; i < 2_200; i++) {
      String text = i % 20 == 0 ? "common " + i : "common apple " + i;
      ann.write(post(text), TIME + i * DAY_MS / 300);
    }
    store(ann);
    assertThat(all("common -ap*"))
        .containsExactlyInAnyOrder(
            IntStream.range(0, 110).mapToObj(i -> "common " + i * 20).toArray(String[]::new));
    assertThat(all("common -co*")).isEmpty();
  }

  @Test
  void idsAreNoWords() {
    ann.post("see [Bob](%s) there".formatted(bob.id()));
    store(ann);
    assertThat(found(bob.id().toString().substring(1, 20))).isEmpty();
    assertThat(found("bob there")).hasSize(1);
  }

  @Test
  void whatFitsBetterAndIsNewerComesFirst() {
    ann.write(post("boat boat boat, nothing but boat"), 1_577_000_000_000.0);
    ann.write(post("boat"), 1_590_000_000_000.0);
    ann.write(post("a long story about many things ".repeat(10) + "boat"), 1.59e12);
    store(ann);
    assertThat(found("boat").getFirst()).isEqualTo("boat");
    assertThat(found("boat").getLast()).startsWith("boat boat");
  }

  @Test
  void ourOwnPrivatePostsAreFoundAtOnce() throws PublishRefused {
    Json recps = new JsonArray(List.of(Json.of(feeds.identity().id().toString())));
    feeds
        .publisher()
        .publishPrivate(
            Post.root("secret garden").toJson().with("recps", recps),
            List.of(feeds.identity().id()));
    assertThat(found("secret")).containsExactly("secret garden");
    assertThat(found("secret in:private")).containsExactly("secret garden");
    assertThat(found("secret in:public")).isEmpty();
  }

  @Test
  void theBlockedAndTheMutedAreNotFound() throws PublishRefused {
    ann.post("rude word");
    bob.post("dull word");
    store(ann, bob);
    block(ann.id());
    feeds.mutes().mute(bob.id());
    assertThat(found("word")).isEmpty();
  }

  private void lacks(String index) {
    temp.change("UPDATE indexes SET version = -version WHERE name = '%s'".formatted(index));
  }

  /// Where there are many, they are looked for in the days of which others know that there are
  /// posts.
  @ParameterizedTest
  @ValueSource(strings = {"search", "threads"})
  void isBehindWhileSomethingIsBuiltByWhichPostsAreFound(String index) {
    ann.post("harmless");
    store(ann);
    temp.settled().refuseBuilds();
    feeds.rebuildIndexes();
    lacks("votes");
    assertThat(feeds.search().isBehind()).isFalse();
    lacks(index);
    assertThat(feeds.search().isBehind()).isTrue();
  }

  @Test
  void snippetsShowWhereItStands() {
    String text = "word ".repeat(40) + "the Café is open" + " word".repeat(40);
    ann.post(text);
    store(ann);
    Snippet snippet =
        feeds
            .search()
            .posts(SearchQuery.parse("cafe"), Optional.empty(), 1)
            .hits()
            .getFirst()
            .snippet();
    assertThat(snippet.marked())
        .singleElement()
        .satisfies(
            span ->
                assertThat(snippet.text().substring(span.start(), span.end())).isEqualTo("Café"));
    assertThat(snippet.isCutBefore() && snippet.isCutAfter()).isTrue();
    assertThat(snippet.text().length()).isLessThan(250);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "a\"b",
        "said : x",
        "NEAR(a b)",
        "a AND",
        "*",
        "^a",
        "-",
        "a OR b",
        "{a}",
        ":"
      })
  void nothingTypedIsTakenForSyntax(String typed) {
    ann.post("harmless");
    store(ann);
    assertThat(found(typed)).isEmpty();
  }
}
