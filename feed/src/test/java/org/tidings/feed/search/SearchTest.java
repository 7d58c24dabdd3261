package org.tidings.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

class SearchTest extends OnFreshFeeds {

  private static final double DAY_MS = 24.0 * 60 * 60 * 1000;

  /// The beginning of December 2019.
  private static final double TIME = 18_231 * DAY_MS;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private List<String> found(String typed) {
    return feeds.search().posts(SearchQuery.parse(typed), Optional.empty(), 50).hits().stream()
        .map(hit -> hit.post().post().text())
        .toList();
  }

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
  void ourOwnPostsAreFoundAsThoseFromMe() throws PublishRefused {
    ann.name(ann.id(), "Me");
    ann.post("a walk of hers");
    store(ann);
    feeds.publisher().publish(Post.root("a walk of ours").toJson());
    assertThat(found("walk from:me")).containsExactly("a walk of ours");
    assertThat(found("walk from:@me")).containsExactly("a walk of hers");
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

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
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

  @Test
  void manyHitsComePageByPageEachOnce() {
    writeOverDays(1_200, 20);
    assertThat(all("common")).doesNotHaveDuplicates().hasSize(1_200);
  }

  @Test
  void aBusyDayIsFoundWholeItsNewestFirst() {
    writeOverDays(1_500, 1_500);
    List<String> all = all("common");
    assertThat(all).doesNotHaveDuplicates().hasSize(1_500);
    assertThat(all.subList(0, 100)).contains("common 1499").doesNotContain("common 1399");
  }

  @Test
  void whatComesInMeanwhileMovesNoPage() {
    writeOverDays(300, 20);
    SearchQuery query = SearchQuery.parse("common");
    SearchPage first = feeds.search().posts(query, Optional.empty(), 30);
    bob.write(post("common common common"), TIME + 299 * DAY_MS / 20);
    bob.write(post("common common"), TIME);
    store(bob);
    List<String> all = texts(first);
    all.addAll(allAfter(query, first));
    assertThat(all)
        .doesNotHaveDuplicates()
        .contains("common common")
        .contains(IntStream.range(0, 300).mapToObj(i -> "common " + i).toArray(String[]::new));
  }

  @Test
  void aPeriodNarrowsDownWhatIsCommon() {
    writeOverDays(1_200, 20);
    assertThat(all("common since:2019-12-03 until:2019-12-04")).hasSize(40).doesNotHaveDuplicates();
    assertThat(all("common until:2019-11-30")).isEmpty();
  }

  @Test
  void aDenseDayIsGoneThroughHourByHour() {
    writeOverDays(3_100, 3_100);
    long day = (long) TIME;
    boolean isDense = temp.read(tx -> hits(tx, "common").isDense(day));
    assertThat(isDense).isTrue();
    boolean isRareDense = temp.read(tx -> hits(tx, "common 1499").isDense(day));
    assertThat(isRareDense).isFalse();
    List<TimelineKey> newest = temp.read(tx -> hits(tx, "common").newest(TimelineKey.TOP, 300));
    assertThat(newest).hasSize(300).isSortedAccordingTo(TimelineKey.NEWEST_FIRST);
    assertThat(newest.getLast().shownMs()).isEqualTo((long) (TIME + 2_800 * DAY_MS / 3_100));
    assertThat(all("common since:2019-12-01")).hasSize(3_100).doesNotHaveDuplicates();
  }

  private static Hits hits(Tx tx, String typed) {
    SearchQuery query = SearchQuery.parse(typed);
    return new Hits(tx, Expression.of(query, List.of()), query.period());
  }

  /// So many posts with the same word, so many of them a day.
  private void writeOverDays(int posts, int daily) {
    for (int i = 0; i < posts; i++) {
      ann.write(post("common " + i), TIME + i * DAY_MS / daily);
    }
    store(ann);
  }

  private List<String> all(String typed) {
    SearchQuery query = SearchQuery.parse(typed);
    SearchPage first = feeds.search().posts(query, Optional.empty(), 30);
    List<String> all = texts(first);
    all.addAll(allAfter(query, first));
    return all;
  }

  private List<String> allAfter(SearchQuery query, SearchPage first) {
    List<String> all = new ArrayList<>();
    Optional<SearchPage.Next> next = first.next();
    while (next.isPresent()) {
      SearchPage page = feeds.search().posts(query, next, 30);
      all.addAll(texts(page));
      next = page.next();
    }
    return all;
  }

  private static List<String> texts(SearchPage page) {
    return new ArrayList<>(page.hits().stream().map(hit -> hit.post().post().text()).toList());
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
