package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.store.FeedNumbers;

class CommandsTest {
  private static final String SOMEBODY = "@A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519";

  @TempDir private Path temp;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(temp);
  }

  @Nested
  class Usage {
    @Test
    void withoutACommandIsTheWindow() {
      assertThat(shell.type().code()).isEqualTo(42);
      assertThat(shell.type("--data", temp.resolve("elsewhere").toString()).code()).isEqualTo(42);
    }

    @Test
    void aLinkInPlaceOfACommandLeadsTheWindowThere() {
      List<Optional<String>> led = new ArrayList<>();
      Window window =
          options -> {
            led.add(options.link());
            return 0;
          };
      Commands commands = new Commands(window, Terminal.ofProcess(), shell.places());

      assertThat(commands.run("ssb:message/classic/AAAA")).isZero();
      assertThat(commands.run("--json", "ssb:nothing")).isZero();
      assertThat(commands.run()).isZero();
      assertThat(led)
          .containsExactly(
              Optional.of("ssb:message/classic/AAAA"),
              Optional.of("ssb:nothing"),
              Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "frobnicate",
          "whoami --colour",
          "publish",
          "follow",
          "follow somebody",
          "thread %nothing",
          "log --limit many",
          "connect localhost",
          "log --limit -1",
          "headless --port high",
          "headless --port 70000",
          "headless --port -1",
          "headless --hops -1",
          "headless --hops many",
          "status --wait-messages -3",
          "status --wait-messages 1 --timeout -1",
          "status --wait-messages 1 --timeout soon",
          "status --timeout 5",
          "search",
          "search walk --limt 5",
          "invite",
          "invite create --uses many",
          "doctor now",
          "storage drop",
          "storage drop ann --blocked",
          "storage --limit few",
          "--network-key short whoami",
          "private text",
          "publish one two",
          "publish --content {",
          "publish --content []",
          "search since:soon",
          "search -all",
          "search from:",
          "export out.txt",
          "export out.ndjson.gz",
          "room join hello",
          "room sign-in hello",
          "alias register @RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.ed25519 Not_A_Name",
          "invite accept hello",
          "invite create --uses 0"
        })
    void wrongUsageIsTwoAndOneSentence(String line) {
      Shell.Answer answer = shell.type(line.split(" "));

      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.out()).isEmpty();
      assertThat(answer.err().lines()).hasSize(1);
      assertThat(shell.folder()).doesNotExist();
    }

    @Test
    void aPathWithoutANameIsWrongUsage() {
      assertThat(shell.type("whoami", "--data", "").code()).isEqualTo(2);
      assertThat(shell.type("verify", "").code()).isEqualTo(2);
    }

    @Test
    void anUnknownCommandIsNamed() {
      assertThat(shell.type("frobnicate", "now").err()).contains("no command 'frobnicate'");
      assertThat(shell.type("storage", "dorp", "ann").err())
          .contains("no command 'storage dorp'", "See: tidings storage --help");
    }

    @Test
    void aQuestionEndsASentenceToo() {
      assertThat(shell.type("invite", "accept", "hello").err())
          .contains("is all of it there? See: tidings invite accept --help");
    }

    @Test
    void aWordTooManyIsNamed() {
      assertThat(shell.type("publish", "one", "two").err()).contains("'two'", "quotes");
      assertThat(shell.type("status", "now").err()).contains("'now'").doesNotContain("quotes");
    }

    @Test
    void helpNamesEveryCommand() {
      assertThat(shell.type("--help").out())
          .contains("headless", "whoami", "status", "publish", "private", "follow", "unfollow")
          .contains(
              "block", "name", "connect", "room", "alias", "log", "thread", "search", "import",
              "export", "verify", "storage", "doctor");
    }

    @Test
    void noFilterOfTheSearchIsBrokenInTheMiddle() {
      assertThat(shell.type("search", "--help").out())
          .contains("from:NAME", "in:#CHANNEL", "in:private", "since:2024-05-01", "until:2025");
    }

    @Test
    void theReadmeHasEveryCommandInTheOrderOfTheHelp() throws Exception {
      String help = shell.type("--help").out();

      String readme = Files.readString(Path.of("README.md"));

      assertThat(firsts("\\| `([a-z]+)` \\| .*", readme.substring(readme.indexOf("| Command |"))))
          .containsExactlyElementsOf(
              firsts(" {2}([a-z]+) .*", help.substring(help.indexOf("Commands:"))));
    }

    /// What stands in the parentheses, of each line that looks so.
    private static List<String> firsts(String pattern, String text) {
      return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
          .matcher(text)
          .results()
          .map(line -> line.group(1))
          .toList();
    }

    @Test
    void everyCommandHasAHelpOfItsOwn() {
      assertThat(Stream.of("follow", "unfollow", "block").map(name -> shell.type(name, "--help")))
          .extracting(answer -> answer.out().lines().filter(line -> line.endsWith(".")).findFirst())
          .doesNotHaveDuplicates()
          .allMatch(Optional::isPresent);
    }

    @Test
    void helpOfACommandIsNoRefusal() {
      assertThat(shell.type("publish", "--help").code()).isZero();
    }
  }

  @Nested
  class CommonOptions {
    @Test
    void standBeforeOrAfterTheCommand() {
      String elsewhere = temp.resolve("elsewhere").toString();

      String before = shell.type("--data", elsewhere, "--json", "whoami").json().toString();
      String after = shell.type("whoami", "--json", "--data=" + elsewhere).json().toString();

      assertThat(after).isEqualTo(before);
      assertThat(shell.folder()).doesNotExist();
    }

    @Test
    void endAtTwoDashes() {
      shell.type("publish", "--", "--json");

      assertThat(shell.type("log").out()).contains("--json");
    }

    @Test
    void wordsBehindThemAreSearchedFor() {
      shell.type("publish", "git push --force of the tide");

      assertThat(shell.type("search", "--", "--force").out()).contains("the tide");
      assertThat(shell.type("search", "--force").code()).isEqualTo(Commands.WRONG_USAGE);
      assertThat(shell.type("search", "--farce", "--", "tide").code())
          .isEqualTo(Commands.WRONG_USAGE);
      assertThat(shell.type("search", "tide", "--", "-river").out()).contains("the tide");
    }

    @Test
    void anAtSignNamesNoFile() throws Exception {
      Path file = Files.writeString(temp.resolve("words"), "whoami");

      assertThat(shell.type("publish", "@" + file).code()).isZero();
      assertThat(shell.type("log").out()).contains("@" + file);
    }
  }

  @Nested
  class OnANewFolder {
    @Test
    void folderAndKeyAreMadeWithoutAsking() {
      String id = shell.type("whoami", "--json").json().string("id").orElseThrow();

      assertThat(id).endsWith(".ed25519");
      assertThat(shell.folder().resolve("secret")).exists();
      assertThat(shell.type("whoami").out()).isEqualTo(id + "\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "log",
          "log --author you",
          "status --json",
          "status --wait-messages 0",
          "export out.ndjson",
          "doctor",
          "doctor --repair",
          "search walk",
          "thread %RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.sha256",
          "delivery",
          "name",
          "name somebody",
          "room list",
          "storage",
          "storage drop ann",
          "storage drop ann --yes",
          "storage compact",
          "storage rebuild"
        })
    void whoOnlyLooksOrTakesAwayMakesNone(String line) throws Exception {
      assertThat(shell.type(line.split(" ")).refusal())
          .contains("no data folder " + shell.folder(), "--data");
      assertThat(shell.folder()).doesNotExist();

      Files.createDirectory(shell.folder());
      assertThat(shell.type(line.split(" ")).refusal()).contains("Nobody has begun", "--data");
      assertThat(shell.folder()).isEmptyDirectory();
    }

    @Test
    void whereNothingWasSaidYetThatIsSaid() {
      shell.type("whoami");

      assertThat(shell.type("log").lines()).containsExactly("No messages are here yet.");
      assertThat(shell.type("log", "--json").out()).isEmpty();
      assertThat(shell.type("log", "--limit", "0").out()).contains("--limit 0");
      assertThat(shell.type("delivery").lines()).containsExactly("You have posted nothing yet.");
      assertThat(shell.type("delivery", "--json").out()).isEmpty();
      assertThat(shell.type("name").lines()).containsExactly("You gave no name.");
    }

    @Test
    void statusHasItsSixKeys() {
      shell.type("whoami");
      var status = shell.type("status", "--json").json();

      assertThat(status.keys())
          .containsExactly("id", "address", "messages", "feeds", "publishing", "peers");
      assertThat(status.string("publishing")).hasValue("open");
      assertThat(status.number("messages")).hasValue(0);
    }
  }

  @Nested
  class Writing {
    @Test
    void whatIsPublishedIsInTheLogNewestFirst() {
      String first = key(shell.type("publish", "one 🎈", "--json"));
      String second = key(shell.type("publish", "--json", "--content", "{\"type\":\"test\"}"));

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
      String key =
          key(shell.type("private", "--to", SOMEBODY, "psst, about the harbour", "--json"));

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
          key(
              shell.type(
                  "publish",
                  "--json",
                  "--content",
                  "{\"type\":\"post\",\"text\":\"reply\",\"root\":\"%s\",\"branch\":\"%s\"}"
                      .formatted(root, root)));

      assertThat(shell.type("thread", reply, "--json").objects())
          .extracting(line -> line.string("key").orElseThrow())
          .containsExactly(root, reply);
    }

    @Test
    void aVoteLeadsToTheThreadItIsOn() {
      String root = key(shell.type("publish", "root", "--json"));
      String vote =
          key(
              shell.type(
                  "publish",
                  "--json",
                  "--content",
                  "{\"type\":\"vote\",\"vote\":{\"link\":\"%s\",\"value\":1}}".formatted(root)));

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
              shell
                  .type("thread", "%RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.sha256")
                  .refusal())
          .contains("not here");
    }
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

  @Nested
  class Waiting {
    @BeforeEach
    void begin() {
      shell.type("whoami");
    }

    @Test
    void forWhatIsThereEndsAtOnce() {
      shell.type("publish", "one");

      var reached = shell.type("status", "--wait-messages", "1").json();

      assertThat(reached.keys()).containsExactly("messages", "reachedAtMs");
      assertThat(reached.number("messages")).hasValue(1);
    }

    @Test
    void takesPartsOfASecond() {
      assertThat(shell.type("status", "--wait-messages", "0", "--timeout", "0.5").code()).isZero();
    }

    @Test
    void forMoreIsRefusedWhereNobodyFetchesAny() {
      assertThat(shell.type("status", "--wait-messages", "1").refusal()).contains("0 messages");
    }
  }

  private static String key(Shell.Answer answer) {
    return answer.json().string("key").orElseThrow();
  }
}
