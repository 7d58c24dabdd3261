package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.JsonObject;

class DoctorCommandTest extends AtAShell {
  @BeforeEach
  void publish() {
    shell.type("publish", "hello");
  }

  @Test
  void aSoundFolderIsSound() {
    JsonObject report = shell.type("doctor", "--json").json();

    assertThat(report.keys()).containsExactly("sound", "messages", "damage", "done");
    assertThat(report.bool("sound")).contains(true);
    assertThat(report.number("messages")).hasValue(1);
  }

  @Test
  void peopleAreToldInWords() {
    assertThat(shell.type("doctor").lines())
        .containsExactly("1 message looked at.", "Everything is sound.");
    assertThat(shell.type("doctor", "--quick").lines())
        .containsExactly(
            "1 message looked at.", "Everything is sound; the indexes were not looked at.");
    assertThat(shell.type("doctor").code()).isEqualTo(Commands.DONE);
  }

  @Test
  void aFolderThatCannotBeOpenedIsMendedAndTheDamagedFileKept() throws IOException {
    Path database = shell.folder().resolve("tidings.sqlite");
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, 0, 100, (byte) 0);
    Files.write(database, bytes);

    assertThat(shell.type("status").code()).isEqualTo(Commands.REFUSED);
    assertThat(shell.type("doctor").lines())
        .anyMatch(line -> line.contains("damaged"))
        .noneMatch(line -> line.contains("SQLITE"));
    assertThat(shell.type("doctor").code()).isEqualTo(Commands.DAMAGED);
    assertThat(shell.type("doctor", "--repair").lines())
        .contains("The damaged file is kept as tidings.sqlite.damaged-1.")
        .noneMatch(line -> line.contains("fetched again") || line.contains("friends"));
    assertThat(shell.folder().resolve("tidings.sqlite.damaged-1")).hasBinaryContent(bytes);
    assertThat(shell.type("log", "--json").json().object("value").flatMap(v -> v.object("content")))
        .hasValueSatisfying(content -> assertThat(content.string("text")).contains("hello"));
  }

  @Test
  void messagesOfADamagedFileAreLookedAtToo() throws IOException {
    Path database = shell.folder().resolve("tidings.sqlite");
    byte[] bytes = Files.readAllBytes(database);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("hello"); at >= 0; at = text.indexOf("hello", at + 1)) {
      bytes[at] = 'H';
    }
    // The map of pages, which only writing needs.
    Arrays.fill(bytes, 4_096, 8_192, (byte) 0);
    Files.write(database, bytes);

    Shell.Answer plain = shell.type("doctor");
    assertThat(plain.code()).isEqualTo(Commands.DAMAGED);
    assertThat(plain.lines())
        .contains("1 message looked at.", "Parts of the database file are damaged.")
        .anyMatch(line -> line.startsWith("Messages of one feed are damaged or missing: "));
    assertThat(shell.type("doctor", "--repair").code()).isEqualTo(Commands.DAMAGED);
    Shell.Answer next = shell.type("doctor");
    assertThat(next.code()).isEqualTo(Commands.DAMAGED);
    assertThat(next.lines())
        .anyMatch(line -> line.contains("Nothing of your own feed is here; there were at least 1"));
    assertThat(shell.type("publish", "again").code()).isEqualTo(Commands.REFUSED);
  }

  @Test
  void damagedPicturesAreToldInWordsAndTakenAway() throws IOException {
    Path blobs = Files.createDirectories(shell.folder().resolve("blobs/sha256/00"));
    Files.createFile(blobs.resolve("0".repeat(62)));

    Shell.Answer plain = shell.type("doctor");
    assertThat(plain.code()).isEqualTo(Commands.DAMAGED);
    assertThat(plain.lines())
        .contains("One picture or file is damaged.")
        .anyMatch(line -> line.contains("tidings doctor --repair"))
        .noneMatch(line -> line.contains("messages are"));
    assertThat(shell.type("doctor", "--repair").lines())
        .anyMatch(line -> line.contains("blobs/damaged"));
    assertThat(shell.type("doctor").lines()).contains("Everything is sound.");
  }

  @Test
  void aStoreThatIsGoneIsNotCalledSound() throws IOException {
    Files.delete(shell.folder().resolve("tidings.sqlite"));

    Shell.Answer answer = shell.type("doctor");
    assertThat(answer.code()).isEqualTo(Commands.DAMAGED);
    assertThat(answer.lines())
        .anyMatch(line -> line.startsWith("Nothing of your own feed is here. This identity was"))
        .anyMatch(line -> line.contains("tidings import"))
        .noneMatch(line -> line.contains("--repair"))
        .noneMatch(line -> line.contains("Everything is sound"));
  }

  @Test
  void aKeyThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(shell.folder().resolve("secret"), "rubbish");

    Shell.Answer answer = shell.type("doctor", "--json");
    JsonObject report = answer.objects().getFirst();

    assertThat(answer.code()).isEqualTo(Commands.DAMAGED);
    assertThat(report.bool("sound")).contains(false);
    assertThat(report.array("damage").orElseThrow().items())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.asObject().orElseThrow().string("kind")).contains("key"));
  }
}
