package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
