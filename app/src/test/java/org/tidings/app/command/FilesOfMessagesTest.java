package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.JsonObject;

/// `import`, `export` and `verify`, on the small corpus.
class FilesOfMessagesTest {
  @TempDir private Path temp;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(temp);
  }

  @Nested
  class Importing {
    @Test
    void countsWhatWasAddedKnownAndRefused() throws Exception {
      Path dirty = file("dirty.ndjson", Corpus.dirtyValues());

      JsonObject counts = shell.type("import", "--json", dirty.toString()).json();
      JsonObject again = shell.type("import", "--json", dirty.toString()).json();

      assertThat(counts.keys()).containsExactly("added", "known", "refused", "reasons");
      assertThat(counts.number("added")).hasValue(2000);
      assertThat(sum(counts)).isEqualTo(Corpus.dirtyValues().size());
      assertThat(again.number("added")).hasValue(0);
      assertThat(shell.type("status", "--json").json().number("feeds")).hasValue(20);
    }

    @Test
    void takesBareValuesAndEnvelopesInAnyMixture() throws Exception {
      List<byte[]> values = Corpus.values().subList(0, 40);
      String mixed =
          values.stream()
              .map(value -> new String(value, StandardCharsets.UTF_8))
              .map(
                  value ->
                      value.length() % 2 == 0 ? value : "{\"key\":\"k\",\"value\":" + value + "}")
              .collect(Collectors.joining("\n"));
      Path file = Files.writeString(temp.resolve("mixed.jsonl"), mixed);

      JsonObject counts = shell.type("import", file.toString(), "--json").json();

      assertThat(counts.number("added")).hasValue(40);
    }

    @Test
    void thePeersAnotherProgramKnewAreTakenFromItsList() throws Exception {
      Path list =
          Files.writeString(
              temp.resolve("conn.json"),
              "{\"net:pub.example:8008~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\":"
                  + "{\"type\":\"pub\"},\"nowhere\":{}}");

      assertThat(shell.type("import", list.toString()).out())
          .contains("1 peer added, 0 known already, 1 refused")
          .contains("1 line: no address that can be called");
      assertThat(shell.type("import", list.toString(), "--json").json().number("known"))
          .hasValue(1);
    }

    @Test
    void anUnreadableLineIsRefusedAndTheNextIsTaken() throws Exception {
      byte[] good = Corpus.values().getFirst();
      Path file = file("broken.ndjson", List.of("{\"pre".getBytes(StandardCharsets.UTF_8), good));

      Shell.Answer answer = shell.type("import", file.toString(), "--json");

      assertThat(answer.json().number("added")).hasValue(1);
      assertThat(answer.json().object("reasons").orElseThrow().keys()).containsExactly("not JSON");
    }

    @Test
    void peopleReadHowManyLinesWereRefusedForWhat() throws Exception {
      Path file = Files.writeString(temp.resolve("notes.ndjson"), "eggs\nmilk\n{}\n");

      assertThat(shell.type("import", file.toString()).out())
          .contains("  2 lines: not JSON\n")
          .contains("  1 line: ");
    }

    @Test
    void whereEverythingWasRefusedSoIsTheCommand() throws Exception {
      Path file = Files.writeString(temp.resolve("notes.ndjson"), "eggs\nmilk\n");

      Shell.Answer people = shell.type("import", file.toString());
      Shell.Answer programs = shell.type("import", file.toString(), "--json");

      assertThat(people.code()).isEqualTo(Commands.REFUSED);
      assertThat(people.lines()).first().asString().endsWith("2 refused");
      assertThat(programs.code()).isEqualTo(Commands.REFUSED);
      assertThat(programs.objects())
          .singleElement()
          .satisfies(counts -> assertThat(counts.number("refused")).hasValue(2));
      assertThat(List.of(people.err(), programs.err()))
          .allMatch(said -> said.contains("Nothing was taken in") && said.contains("notes.ndjson"));
    }

    @Test
    void whatIsKnownAlreadyIsNoRefusal() throws Exception {
      Path file = file("some.ndjson", Corpus.values().subList(0, 3));
      shell.type("import", file.toString());

      assertThat(shell.type("import", file.toString(), "--json").json().number("known"))
          .hasValue(3);
    }

    /// Else the first message is missing, and with it all that its author wrote later.
    @Test
    void theMarkThatEditorsPutAtTheBeginningCostsNothing() throws Exception {
      Path plain = file("plain.ndjson", Corpus.values().subList(0, 40));
      Path marked =
          Files.writeString(temp.resolve("marked.ndjson"), "\uFEFF" + Files.readString(plain));

      assertThat(shell.type("import", marked.toString(), "--json").json().number("added"))
          .hasValue(40);
    }

    @Test
    void otherFormsAreCalledByTheirNames() throws Exception {
      String text = Files.readString(file("plain.ndjson", Corpus.values().subList(0, 2)));
      Path wide =
          Files.writeString(temp.resolve("wide.jsonl"), "\uFEFF" + text, StandardCharsets.UTF_16LE);
      Path unnamed =
          Files.move(packed("some.gz", Corpus.values().subList(0, 2)), temp.resolve("some.jsonl"));

      assertThat(shell.type("import", wide.toString()).refusal())
          .contains("UTF-16")
          .endsWith("import that.");
      assertThat(shell.type("import", unnamed.toString()).refusal()).contains(".gz");
    }

    @Test
    void noFileBringsThoseBackWhomWeBlock() throws Exception {
      SomeFeed ann = SomeFeed.of(KeyPair.generate(new SecureRandom()));
      SomeFeed bob = SomeFeed.of(KeyPair.generate(new SecureRandom()));
      ann.post("hello");
      bob.post("hello");
      shell.type("block", ann.id().toString());
      Path file =
          file("both.ndjson", Stream.concat(ann.values().stream(), bob.values().stream()).toList());

      JsonObject counts = shell.type("import", file.toString(), "--json").json();

      assertThat(counts.number("added")).hasValue(1);
      assertThat(counts.object("reasons").orElseThrow().number("of people you block")).hasValue(1);
      assertThat(shell.type("log", "--author", ann.id().toString(), "--json").out()).isEmpty();
    }

    @Test
    void aFolderIsCalledOne() {
      assertThat(shell.type("import", temp.toString()).refusal()).contains("is a folder");
    }

    @Test
    void packedFilesAreUnpacked() throws Exception {
      Path file = packed("some.ndjson.gz", Corpus.values().subList(0, 40));

      assertThat(shell.type("import", file.toString(), "--json").json().number("added"))
          .hasValue(40);
      assertThat(shell.type("export", temp.resolve("out.ndjson.gz").toString()).wrongUsage())
          .contains("out.ndjson.gz");
    }

    @Test
    void aPackedFileThatWasCutShortIsTakenInAsFarAsItGoesAndThatIsSaid() throws Exception {
      Path file = packed("cut.jsonl.gz", Corpus.values().subList(0, 400));
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

      String refusal = shell.type("import", file.toString()).refusal();

      assertThat(refusal)
          .contains("cut short", "messages of this file were taken in")
          .doesNotContain("again");
      assertThat(shell.type("import", file.toString()).refusal())
          .endsWith("Nothing new was taken in before that.");
      assertThat(shell.type("status", "--json").json().number("messages").orElseThrow())
          .isBetween(1.0, 399.0);
    }

    @Test
    void aPackedFileThatIsNoneOrUnpacksForEverIsRefused() throws Exception {
      Path none = Files.writeString(temp.resolve("none.ndjson.gz"), "{}\n");
      Path zeros = packed("zeros.ndjson.gz", List.of(new byte[100 << 20]));

      assertThat(shell.type("import", none.toString()).refusal())
          .contains("no .gz file", "take .gz off its name");
      assertThat(shell.type("import", zeros.toString()).refusal()).contains("far more");
    }

    private Path packed(String name, List<byte[]> lines) throws IOException {
      Path file = temp.resolve(name);
      try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
        for (byte[] line : lines) {
          out.write(line);
          out.write('\n');
        }
      }
      return file;
    }

    @Test
    void aMissingFileAndAnUnknownFormAreRefused() throws Exception {
      assertThat(shell.type("import", temp.resolve("none.ndjson").toString()).refusal())
          .contains("none.ndjson");
      assertThat(shell.type("import", temp.resolve("none.txt").toString()).refusal())
          .contains("There is no file", "none.txt");
      assertThat(shell.type("import", "photo.png").refusal()).contains("photo.png");
      Path text = Files.writeString(temp.resolve("letter.txt"), "hello");
      assertThat(shell.type("import", text.toString()).wrongUsage()).contains("letter.txt");
      assertThat(shell.folder()).doesNotExist();
    }
  }

  @Nested
  class Exporting {
    @Test
    void whatIsWrittenCanBeTakenInElsewhere() throws Exception {
      shell.type("import", file("some.ndjson", Corpus.values().subList(0, 200)).toString());
      Path out = temp.resolve("out.ndjson");

      assertThat(shell.type("export", "--json", out.toString()).json().number("exported"))
          .hasValue(200);

      Shell other = new Shell(temp.resolve("other"));
      assertThat(other.type("import", "--json", out.toString()).json().number("added"))
          .hasValue(200);
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
      assertThat(shell.typeWatched("export", some.toString()).err())
          .contains("Writing some.ndjson");
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
  }

  @Nested
  class ExportingADamagedStore {
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
  class ExportingATornFile {
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

  @Nested
  class Verifying {
    @Test
    void eachLineIsJudgedAloneUnlessChained() throws Exception {
      Path file = file("clean.ndjson", Corpus.values());

      List<JsonObject> alone = shell.type("verify", file.toString()).objects();
      List<JsonObject> chained = shell.type("verify", "--chain", file.toString()).objects();

      assertThat(alone).hasSize(2000);
      assertThat(alone).filteredOn(FilesOfMessagesTest::valid).hasSize(20);
      assertThat(chained).hasSize(2000).allMatch(FilesOfMessagesTest::valid);
      assertThat(alone)
          .filteredOn(verdict -> !valid(verdict))
          .allSatisfy(
              verdict ->
                  assertThat(verdict.string("reason"))
                      .hasValue(
                          "messages before it are missing; --chain takes the lines before it for"
                              + " them"));
      assertThat(shell.folder()).doesNotExist();
    }

    @Test
    void exportedLinesAreJudgedTogetherWithTheirKeys() throws Exception {
      shell.type("import", file("some.ndjson", Corpus.values().subList(0, 40)).toString());
      Path out = temp.resolve("out.ndjson");
      shell.type("export", out.toString());

      assertThat(shell.type("verify", "--chain", out.toString()).objects())
          .hasSize(40)
          .allMatch(FilesOfMessagesTest::valid);

      List<String> lines = Files.readAllLines(out);
      String swapped = lines.get(1).substring(0, 60) + lines.getFirst().substring(60);
      assertThat(
              shell
                  .type("verify", Files.writeString(out, swapped).toString())
                  .json()
                  .string("reason"))
          .hasValueSatisfying(reason -> assertThat(reason).contains("key"));
    }

    @Test
    void onlyLineFeedsSeparateLines() throws Exception {
      byte[] value = Corpus.values().getFirst();
      String text = new String(value, StandardCharsets.UTF_8);
      Path file = Files.writeString(temp.resolve("lines.txt"), text + "\r\n\n" + text + "\r");

      List<JsonObject> verdicts = shell.type("verify", file.toString()).objects();

      assertThat(verdicts)
          .extracting(FilesOfMessagesTest::valid)
          .containsExactly(true, false, true);
      assertThat(verdicts.getFirst().keys()).containsExactly("valid", "id");
      assertThat(verdicts.get(1).keys()).containsExactly("valid", "reason");
    }

    @Test
    void onlyAFileThatCannotBeReadIsRefused() throws Exception {
      Path rubbish = Files.write(temp.resolve("rubbish"), new byte[] {0, 1, '\n', (byte) 0xff});

      assertThat(shell.type("verify", rubbish.toString()).objects()).hasSize(2);
      assertThat(shell.type("verify", temp.toString()).refusal()).contains(temp.toString());
    }
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

  private Path file(String name, List<byte[]> lines) throws IOException {
    Path file = temp.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    return file;
  }

  private static double sum(JsonObject counts) {
    return counts.number("added").orElseThrow()
        + counts.number("known").orElseThrow()
        + counts.number("refused").orElseThrow();
  }

  private static boolean valid(JsonObject verdict) {
    return verdict.bool("valid").orElseThrow();
  }
}
