package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends AtAShell {
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
          "publish -",
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
}
