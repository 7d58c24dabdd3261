package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.store.FeedNumbers;

/// What is written by commands, and told again.
class WritingCommandsTest extends AtAShell {
  private static final String SOMEBODY = "@A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519";

  /// The key of a message that has just this content.
  private String published(String content) {
    return key(shell.type("publish", "--json", "--content", content));
  }

  @Test
  void whatIsPublishedIsInTheLogNewestFirst() {
    String first = key(shell.type("publish", "one 🎈", "--json"));
    String second = published("{\"type\":\"test\"}");

    assertThat(shell.type("log", "--json").objects())
        .extracting(line -> line.string("key").orElseThrow())
        .containsExactly(second, first);
    assertThat(shell.type("log", "--json").objects().getLast().keys())
        .containsExactly("key", "value", "timestamp");
    assertThat(shell.type("log", "--json", "--type", "post").objects()).hasSize(1);
    assertThat(shell.type("log", "--json", "--limit", "1").objects()).hasSize(1);
    assertThat(shell.type("log", "--author", SOMEBODY).lines())
        .containsExactly("Nothing here fits that.");
    assertThat(shell.type("log", "--author", SOMEBODY, "--json").out()).isEmpty();
  }

  @Test
  void contactsAreContactMessages() {
    shell.type("follow", SOMEBODY);
    shell.type("unfollow", " " + SOMEBODY + " ");
    String block = key(shell.type("block", SOMEBODY, "--json"));

    var contacts = shell.type("log", "--type", "contact", "--json").objects();

    assertThat(contacts).hasSize(3);
    assertThat(contacts.getFirst().string("key")).hasValue(block);
    assertThat(contacts)
        .allSatisfy(
            line ->
                assertThat(line.object("value").orElseThrow().object("content").orElseThrow())
                    .satisfies(
                        content -> assertThat(content.string("contact")).hasValue(SOMEBODY)));
  }

  @Test
  void privatePostsAreEncryptedInTheLog() {
    key(shell.type("private", "--to", SOMEBODY, "psst", "--json"));

    JsonObject told = shell.type("log", "--json").json();
    assertThat(told.keys()).containsExactly("key", "value", "timestamp");
    var value = told.object("value").orElseThrow();
    assertThat(value.string("content").orElseThrow()).endsWith(".box");
  }

  @Test
  void peopleReadTheirPrivatePostsAndForWhomTheyAre() {
    shell.type("name", SOMEBODY, "Annie from work");
    shell.type("name", shell.type("whoami").out().strip(), "Myself");
    String key = key(shell.type("private", "--to", SOMEBODY, "psst, about the harbour", "--json"));

    assertThat(shell.type("log").out())
        .contains("Myself @", "private post", "to Annie from work", "psst, about the harbour");
    assertThat(shell.type("thread", key).out()).contains("psst, about the harbour");
    assertThat(shell.type("search", "harbour", "in:private").out())
        .contains("Annie from work", "psst, about the harbour");
  }

  @Test
  void aThreadOfSomebodyBlockedIsSaidNotToBeShown() throws Exception {
    SomeFeed ann = SomeFeed.of(KeyPair.generate(new SecureRandom()));
    String key = ann.post("hello").id().toString();
    Path file = Files.write(temp.resolve("hers.ndjson"), ann.values().getFirst());
    shell.type("import", file.toString());
    shell.type("block", ann.id().toString());

    assertThat(shell.type("thread", key).refusal()).contains("somebody blocked");
  }

  @Test
  void aThreadIsToldFromAnyOfItsMessages() {
    String root = key(shell.type("publish", "root", "--json"));
    String reply =
        published(
            "{\"type\":\"post\",\"text\":\"reply\",\"root\":\"%s\",\"branch\":\"%s\"}"
                .formatted(root, root));

    assertThat(shell.type("thread", reply, "--json").objects())
        .extracting(line -> line.string("key").orElseThrow())
        .containsExactly(root, reply);
  }

  @Test
  void aVoteLeadsToTheThreadItIsOn() {
    String root = key(shell.type("publish", "root", "--json"));
    String vote =
        published("{\"type\":\"vote\",\"vote\":{\"link\":\"%s\",\"value\":1}}".formatted(root));

    assertThat(shell.type("thread", vote, "--json").objects())
        .extracting(line -> line.string("key").orElseThrow())
        .containsExactly(root);
  }

  @Test
  void whatIsNoPostIsSaidToBeInNoThread() {
    String follow = key(shell.type("follow", SOMEBODY, "--json"));

    assertThat(shell.type("thread", follow).refusal()).contains("no post");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"no\":\"type\"}"})
  void contentThatIsNoMessageIsRefused(String content) {
    assertThat(shell.type("publish", "--content", content).refusal()).endsWith(".");
    assertThat(shell.type("log", "--json").out()).isEmpty();
  }

  @Test
  void contentWithReadersIsForThoseAlone() {
    String me = shell.type("whoami").out().strip();
    String content =
        "{\"type\":\"post\",\"text\":\"psst\",\"recps\":[\"%s\",\"%s\"]}".formatted(SOMEBODY, me);
    shell.type("publish", "--content", content);

    assertThat(shell.type("log", "--json").out()).contains(".box").doesNotContain("psst");
    assertThat(shell.type("log").out()).contains("private post", "psst");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"nobody\"", "[\"nobody\"]", "[]", "{}", "true", "[null]"})
  void contentWhoseReadersAreNoFeedsIsRefused(String readers) {
    String content = "{\"type\":\"post\",\"text\":\"psst\",\"recps\":%s}".formatted(readers);

    assertThat(shell.type("publish", "--content", content).refusal()).endsWith(".");
    assertThat(shell.type("log", "--json").out()).isEmpty();
  }

  @Test
  void whereContentStopsBeingJsonIsTold() {
    assertThat(shell.type("publish", "--content", "{'type':'post'}").wrongUsage())
        .startsWith("tidings: The content cannot be read: not JSON from character 2 on.");
  }

  @Test
  void contentIsNotPostedAsAText() {
    assertThat(shell.type("publish", "--json", "{\"type\":\"vote\"}").wrongUsage())
        .contains("--content");
    String text = "{\"this\": \"is a text\"}";
    assertThat(key(shell.type("publish", "--json", text))).startsWith("%");
  }

  @Test
  void tooLongAPostIsRefused() {
    assertThat(shell.type("publish", "x".repeat(9000)).refusal()).endsWith(".");
    assertThat(shell.type("publish", "  ").wrongUsage()).contains("empty");
    assertThat(shell.type("log", "--json").out()).isEmpty();
  }

  @Test
  void oneCannotFollowOneself() {
    String me = shell.type("whoami").out().strip();

    assertThat(shell.type("follow", me).refusal()).contains("you");
  }

  @Test
  void oneCannotCallOneself() {
    String key = shell.type("whoami").out().strip().substring(1).replace(".ed25519", "");

    assertThat(shell.type("connect", "net:127.0.0.1:8008~shs:" + key).refusal())
        .contains("your own");
  }

  @Test
  void postsAreFoundByTheirWords() {
    shell.type("publish", "A walk along the harbour");
    shell.type("publish", "Something else");

    assertThat(shell.type("search", "HARBOUR", "walk", "--json").objects())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.object("value").flatMap(value -> value.object("content")))
                    .hasValueSatisfying(
                        content ->
                            assertThat(content.string("text"))
                                .hasValue("A walk along the harbour")));
    assertThat(shell.type("search", "nowhere").out()).contains("Nothing found.");
    assertThat(shell.type("search", "nowhere", "--json").out()).isEmpty();
    assertThat(shell.type("search", "\"nowhere to go").out()).contains("not closed");
    assertThat(shell.type("search", "\"nowhere\"").out()).doesNotContain("not closed");
    assertThat(shell.type("search", "harbour", "--limit", "0").out())
        .contains("--limit 0")
        .doesNotContain("Nothing found");
    assertThat(shell.type("search", "--", "-all").wrongUsage()).contains("no word");
    assertThat(shell.type("search", "-all").wrongUsage()).contains("no word");
    assertThat(shell.type("search", "a", "-harbour", "--json").out()).isEmpty();
    assertThat(shell.type("search", "a", "-river", "--limit", "1").out()).contains("harbour");
  }

  @Test
  void aSearchSaysWhatItDoesNotUnderstand() {
    shell.type("publish", "A walk along the harbour");
    String author = shell.type("whoami").out().strip().substring(0, FeedNumbers.SHORT_ID);

    assertThat(shell.type("log").out()).contains("  " + author + "  post");
    assertThat(shell.type("search", "walk", "from:" + author).out()).contains("harbour");
    assertThat(shell.type("search", "walk", "from:nobody").refusal()).contains("Nobody");
    assertThat(shell.type("search", "walk", "since:soon").wrongUsage()).contains("no date");
    assertThat(shell.type("search", "since:soon").wrongUsage()).contains("no date");
    assertThat(shell.type("search", "in:#nochannel").refusal()).contains("#nochannel");
    assertThat(shell.type("search", "from:").wrongUsage()).contains("right after 'from:'");
  }

  @Test
  void daysAreThoseOfWhereOneIs() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    double lateInApril = Instant.parse("2024-05-01T03:00:00Z").toEpochMilli();
    ann.write(Post.root("A walk along the harbour").toJson(), lateInApril);
    Path file = Files.write(temp.resolve("hers.ndjson"), ann.values().getFirst());
    shell.type("import", file.toString());
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      assertThat(shell.type("search", "since:2024-05-01", "--json").out()).isEmpty();
      assertThat(shell.type("search", "until:2024-04-30", "--json").objects()).hasSize(1);
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void anUnknownThreadIsRefused() {
    shell.type("whoami");
    assertThat(
            shell.type("thread", "%RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.sha256").refusal())
        .contains("not here");
  }

  @Nested
  class Naming {
    private static final String OTHER = "@F2MsVtqTuDrFQWmTGgBQjpyuNPhKLUYZMJsZYi6pQ7k=.ed25519";

    @Test
    void aNameOfOursIsToldAndTakenAwayAgain() {
      assertThat(shell.type("name", SOMEBODY, "Annie from work", "--json").json().keys())
          .containsExactly("id", "name");
      shell.type("name", OTHER, "Bob");

      assertThat(shell.type("name").lines())
          .containsExactly(SOMEBODY + "  Annie from work", OTHER + "  Bob");
      assertThat(shell.type("name", SOMEBODY).lines()).hasSize(1);
      assertThat(shell.type("name", SOMEBODY, "").out()).isEmpty();
      assertThat(shell.type("name", "--json").objects()).hasSize(1);
      assertThat(shell.type("log", "--json").out()).isEmpty();
    }

    @Test
    void whoHasANameIsMeantByItEverywhere() {
      shell.type("name", SOMEBODY, "Annie from work");
      Shell.Answer follow = shell.type("follow", "annie from WORK");

      assertThat(follow.out()).contains("'annie from WORK' is " + SOMEBODY);
      assertThat(shell.type("log", "--json").json().toString()).contains(SOMEBODY);
      assertThat(shell.type("log", "--author", "Annie from work").code()).isZero();
      assertThat(shell.type("private", "--to", "@Annie from work", "psst").code()).isZero();
      assertThat(shell.type("name", SOMEBODY.substring(0, 9)).lines()).hasSize(1);
      assertThat(shell.type("name", "Annie from work", "Anne").out()).contains("Anne");
      assertThat(shell.type("block", "Anne").out()).contains(SOMEBODY);
      assertThat(shell.type("unfollow", "Anne").code()).isZero();
    }

    @Test
    void whoMayBeSeveralOrNobodyIsNotGuessed() {
      shell.type("name", SOMEBODY, "Bob");
      shell.type("name", OTHER, "bob");

      assertThat(shell.type("block", "Bob").refusal()).contains("several", SOMEBODY, OTHER);
      assertThat(shell.type("log", "--author", "Bob").refusal()).contains(SOMEBODY, OTHER);
      assertThat(shell.type("follow", "Zora").err()).contains("nobody", "Zora");
      assertThat(shell.type("follow", SOMEBODY.substring(0, 6)).err()).contains("as log shows it");
      assertThat(shell.type("follow", SOMEBODY.substring(0, 30) + ".ed25519").code())
          .isEqualTo(Commands.WRONG_USAGE);
      assertThat(shell.type("log", "--json").out()).isEmpty();
    }

    @Test
    void itIsShownBeforeTheOneTheyGaveThemselves() {
      String me = shell.type("whoami").out().strip();
      shell.type("publish", "hello");
      shell.type("name", me, "Myself");

      assertThat(shell.type("storage").out()).contains("Myself, 1 message");
    }
  }

  private static String key(Shell.Answer answer) {
    return answer.json().string("key").orElseThrow();
  }
}
