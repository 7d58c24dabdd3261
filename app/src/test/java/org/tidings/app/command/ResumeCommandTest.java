package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Publishing again in a folder that looks like a copy, by a person's own decision.
@Timeout(60)
class ResumeCommandTest {
  @TempDir private Path temp;
  private Shell copy;

  @BeforeEach
  void copyTheFolder() throws Exception {
    Shell shell = new Shell(temp.resolve("original"));
    shell.type("publish", "written before the copy");
    copy = shell.copiedTo(temp.resolve("copy"));
  }

  @Test
  void itIsDoneOnlyByWhoSaysYes() {
    assertThat(copy.type("status").out()).contains("Publishing is held", "tidings resume");
    assertThat(copy.type("resume").refusal()).contains("is a copy", "--yes");
    assertThat(copy.type("publish", "too early").refusal())
        .contains("is a copy")
        .endsWith("See: tidings resume");
    String me = copy.type("whoami").out().strip();
    assertThat(copy.type("private", "--to", me, "too early").refusal())
        .endsWith("See: tidings resume");

    assertThat(copy.type("resume", "--yes").lines()).containsExactly("Publishing is open.");
    assertThat(copy.type("publish", "from here on").code()).isZero();
    assertThat(copy.type("resume").lines()).containsExactly("Publishing is open.");
  }
}
