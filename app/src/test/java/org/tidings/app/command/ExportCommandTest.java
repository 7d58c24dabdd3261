package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;

/// `export`, on the small corpus.
class ExportCommandTest extends AtAShell {
  @Test
  void whatIsWrittenCanBeTakenInElsewhere() throws Exception {
    shell.type("import", file("some.ndjson", Corpus.values().subList(0, 200)).toString());
    Path out = temp.resolve("out.ndjson");

    assertThat(shell.type("export", "--json", out.toString()).json().number("exported"))
        .hasValue(200);

    Shell other = new Shell(temp.resolve("other"));
    assertThat(other.type("import", "--json", out.toString()).json().number("added")).hasValue(200);
  }

  @Test
  void everyOtherFileBesideItStays() throws Exception {
    shell.type("publish", "hello");
    Path out = temp.resolve("out.ndjson");
    Path part = Files.writeString(temp.resolve("out.ndjson.part"), "mine");

    assertThat(shell.type("export", out.toString()).code()).isZero();

    assertThat(part).hasContent("mine");
    assertThat(beside(out)).containsExactlyInAnyOrder(out, part);
  }

  private static List<Path> beside(Path out) throws IOException {
    try (Stream<Path> beside = Files.list(out.getParent())) {
      return beside.filter(file -> file.toString().startsWith(out.toString())).toList();
    }
  }

  /// An older file that is a pipe keeps it from coming to its end.
  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsLeftOfOneThatWasInterrupted() throws Exception {
    shell.type("publish", "hello");
    Path out = temp.resolve("out.ndjson");
    new ProcessBuilder("mkfifo", out.toString()).start().waitFor();
    try (ChildProcess export = new ChildProcess(temp, "export", out.toString())) {
      await().until(() -> beside(out).stream().anyMatch(file -> file.toFile().length() > 0));
      export.terminate();
    }
    assertThat(beside(out)).containsExactly(out);
  }

  @Test
  void whoeverWatchesSeesThatItGoesOn() throws Exception {
    Path some = file("some.ndjson", Corpus.values());

    assertThat(shell.typeWatched("import", some.toString()).err()).contains("Taking in some.nd");
    assertThat(shell.typeWatched("export", some.toString()).err()).contains("Writing some.ndjson");
    assertThat(shell.typeWatched("doctor").err()).contains("Looking for damage");
    assertThat(shell.type("doctor").err()).isEmpty();
  }

  @Test
  void aLinkStaysOneAndItsFileIsWritten() throws Exception {
    shell.type("publish", "hello");
    Path target = Files.createFile(temp.resolve("target.ndjson"));
    Path link = Files.createSymbolicLink(temp.resolve("link.ndjson"), target);

    assertThat(shell.type("export", link.toString()).code()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(target).content().contains("hello");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereNoFileCanBeMadeTheFolderIsNamed() {
    shell.type("publish", "hello");

    assertThat(shell.type("export", "/proc/out.ndjson").refusal())
        .contains("in the folder /proc")
        .doesNotContain(".part");
  }

  @Test
  void aFolderIsNotReplacedByAFile() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("empty.ndjson"));

    assertThat(shell.type("export", folder.toString()).refusal()).contains("is a folder");
    assertThat(folder).isDirectory();
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedAndLeavesNothing() {
    Path nowhere = temp.resolve("missing").resolve("out.ndjson");

    assertThat(shell.type("export", nowhere.toString()).refusal()).contains("no folder");
    assertThat(nowhere.getParent()).doesNotExist();
  }

  /// A copied folder may be behind its original: what only it holds must not get about.
  @Test
  void aCopiedFolderExportsNothingOfOursThatNeverLeft() throws Exception {
    shell.type("publish", "written before the copy");
    Path out = temp.resolve("out.ndjson");

    Shell.Answer answer = shell.copiedTo(temp.resolve("elsewhere")).type("export", out.toString());

    assertThat(answer.code()).isZero();
    assertThat(answer.err()).contains("Posting is held");
    assertThat(out).isEmptyFile();
  }

  @Test
  void aFileWithMoreOfOurOwnPostsIsNotReplaced() throws Exception {
    shell.type("publish", "written before the copy");
    Shell copy = shell.copiedTo(temp.resolve("elsewhere"));
    Path out = temp.resolve("out.ndjson");
    shell.type("export", out.toString());
    String before = Files.readString(out);

    Shell.Answer answer = copy.type("export", out.toString());

    assertThat(answer.code()).isEqualTo(Commands.REFUSED);
    assertThat(answer.err()).contains("1 of your own posts", "only 0");
    assertThat(out).hasContent(before);
  }

  /// What came in from a file is elsewhere already, whatever holds posting.
  @Test
  void aRestoredIdentityExportsItsOwnPostsThatCameFromABackup() throws Exception {
    shell.type("publish", "one");
    shell.type("publish", "two");
    Path backup = temp.resolve("backup.ndjson");
    shell.type("export", backup.toString());
    Shell restored = new Shell(Files.createDirectory(temp.resolve("restored")));
    Files.createDirectory(restored.folder());
    Files.copy(shell.folder().resolve("secret"), restored.folder().resolve("secret"));
    restored.type("import", backup.toString());

    Shell.Answer answer = restored.type("export", backup.toString());

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).startsWith("2 messages");
    assertThat(restored.type("status", "--json").json().string("publishing")).hasValue("held");
    assertThat(restored.type("log", "--json").objects()).hasSize(2);
  }

  @Nested
  class OfADamagedStore {
    private final SomeFeed ann = SomeFeed.of(KeyPair.generate(new SecureRandom()));
    private Path backup;

    @BeforeEach
    void damage() throws Exception {
      ann.name(ann.id(), "Ann");
      for (int i = 0; i < 4; i++) {
        ann.post("harbour " + i);
      }
      shell.type("publish", "mine");
      shell.type("import", file("ann.ndjson", ann.values()).toString());
      backup = temp.resolve("backup.ndjson");
      assertThat(shell.type("export", backup.toString()).code()).isZero();
      spoil(3);
    }

    private void spoil(int sequence) throws SQLException {
      Path database = shell.folder().resolve("tidings.sqlite");
      String id = HexFormat.of().withUpperCase().formatHex(ann.id().bytes());
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
          var statement = connection.createStatement()) {
        statement.execute(
            "UPDATE messages SET wire = CAST(substr(wire, 1, length(wire) - 1) || '?' AS BLOB)"
                + " WHERE sequence = %d AND feed = (SELECT feed FROM feeds WHERE hex(id) = '%s')"
                    .formatted(sequence, id));
      }
    }

    @Test
    void saysWhatIsLeftOutAndWhoseItIs() {
      Path out = temp.resolve("out.ndjson");

      Shell.Answer answer = shell.type("export", out.toString());

      assertThat(answer.code()).isEqualTo(Commands.DAMAGED);
      assertThat(answer.out()).startsWith("5 messages written");
      assertThat(answer.err())
          .contains("1 message of Ann", "from it (2 messages)", "tidings doctor --repair");
    }

    @Test
    void neverReplacesAFileThatHasWhatIsDamaged() throws Exception {
      String before = Files.readString(backup);

      Shell.Answer answer = shell.type("export", backup.toString());

      assertThat(answer.code()).isEqualTo(Commands.REFUSED);
      assertThat(answer.err()).contains("left as it is", "tidings doctor --repair");
      assertThat(backup).hasContent(before);
    }

    @Test
    void isWholeAgainOnceTheFileWasTakenIn() {
      shell.type("doctor", "--repair");
      assertThat(shell.type("export", temp.resolve("out.ndjson").toString()).code())
          .isEqualTo(Commands.DAMAGED);

      assertThat(shell.type("import", backup.toString()).code()).isZero();

      assertThat(shell.type("export", "--json", backup.toString()).json().number("exported"))
          .hasValue(6);
    }
  }

  @Nested
  class OfATornFile {
    private static final int PAGE = 4_096;
    private final SomeFeed ann = SomeFeed.of(KeyPair.generate(new SecureRandom()));

    @BeforeEach
    void tear() throws Exception {
      ann.name(ann.id(), "Ann");
      for (int i = 0; i < 200; i++) {
        ann.post("harbour " + i);
      }
      shell.type("import", file("ann.ndjson", ann.values()).toString());
      shell.type("publish", "mine");
      Path database = shell.folder().resolve("tidings.sqlite");
      try (var bytes = FileChannel.open(database, StandardOpenOption.WRITE)) {
        bytes.write(ByteBuffer.allocate(PAGE), (pageInTheMiddle(database) - 1) * PAGE);
      }
    }

    private static long pageInTheMiddle(Path database) throws SQLException {
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT pageno FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf'"
                      + " ORDER BY path LIMIT 1 OFFSET 3")) {
        return rows.getLong(1);
      }
    }

    @Test
    void writesWhatCanBeReadAndSaysHowManyOfWhomAreMissing() throws Exception {
      Path out = temp.resolve("out.ndjson");

      Shell.Answer answer = shell.type("export", out.toString());

      assertThat(answer.code()).isEqualTo(Commands.DAMAGED);
      int written = Files.readAllLines(out).size();
      assertThat(written).isBetween(150, 201);
      assertThat(answer.out()).startsWith(written + " messages written");
      assertThat(answer.err())
          .contains((202 - written) + " messages of Ann", "tidings doctor --repair");
      assertThat(Files.readString(out)).contains("mine", "harbour 0\"", "harbour 199");
    }
  }
}
