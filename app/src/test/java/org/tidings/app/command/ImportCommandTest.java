package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.JsonObject;

/// `import`, on the small corpus.
class ImportCommandTest extends AtAShell {
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
    assertThat(shell.type("import", list.toString(), "--json").json().number("known")).hasValue(1);
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

    assertThat(shell.type("import", file.toString(), "--json").json().number("known")).hasValue(3);
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

    assertThat(shell.type("import", file.toString(), "--json").json().number("added")).hasValue(40);
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

  private static double sum(JsonObject counts) {
    return counts.number("added").orElseThrow()
        + counts.number("known").orElseThrow()
        + counts.number("refused").orElseThrow();
  }
}
