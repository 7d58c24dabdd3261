package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.JsonObject;

class DoctorCommandTest {
  @TempDir private Path temp;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(temp);
    shell.type("publish", "hello");
  }

  @Test
  void aSoundFolderIsSound() {
    JsonObject report = shell.type("doctor", "--full", "--json").json();

    assertThat(report.keys()).containsExactly("sound", "messages", "damage", "done");
    assertThat(report.bool("sound")).contains(true);
    assertThat(report.number("messages")).hasValue(1);
  }

  @Test
  void peopleAreToldInWords() {
    assertThat(shell.type("doctor").lines())
        .containsExactly(
            "1 messages looked at.", "Everything is sound, as far as can be seen without --full.");
  }

  @Test
  void aFolderThatCannotBeOpenedIsMendedAndTheDamagedFileKept() throws IOException {
    Path database = shell.folder().resolve("tidings.sqlite");
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, 0, 100, (byte) 0);
    Files.write(database, bytes);

    assertThat(shell.type("status").code()).isEqualTo(Commands.REFUSED);
    assertThat(shell.type("doctor").lines()).anyMatch(line -> line.contains("cannot be read"));
    assertThat(shell.type("doctor", "--repair").lines())
        .contains("The damaged file is kept as tidings.sqlite.damaged-1.");
    assertThat(shell.folder().resolve("tidings.sqlite.damaged-1")).hasBinaryContent(bytes);
    assertThat(shell.type("log", "--json").json().object("value").flatMap(v -> v.object("content")))
        .hasValueSatisfying(content -> assertThat(content.string("text")).contains("hello"));
  }

  @Test
  void aKeyThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(shell.folder().resolve("secret"), "rubbish");

    JsonObject report = shell.type("doctor", "--json").json();

    assertThat(report.bool("sound")).contains(false);
    assertThat(report.array("damage").orElseThrow().items())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.asObject().orElseThrow().string("kind")).contains("key"));
  }
}
