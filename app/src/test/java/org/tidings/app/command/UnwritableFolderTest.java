package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A folder that may only be read, and one on a disk that is full to the last byte, as the program
/// meets them as a process of its own.
@EnabledIf("canMount")
class UnwritableFolderTest {
  private static final String SMALL_DISK =
      "cp -a $0 $0.copy; mount -t tmpfs -o size=3m,mode=700 tmpfs $0; cp -a $0.copy/. $0;"
          + " rm -r $0.copy; ";

  /// Room to write something, but not for another store.
  private static final String LITTLE_ROOM =
      SMALL_DISK
          + "free=$(df --output=avail -B1 $0 | tail -n 1);"
          + " head -c $((free - 300000)) /dev/zero > $0/ballast";

  @TempDir private Path temp;

  /// What is done to the folder `$0` before the words behind it are run, seen by those alone.
  enum Place {
    READ_ONLY("mount --bind $0 $0; mount -o remount,ro,bind $0"),
    FULL(SMALL_DISK + "cat /dev/zero > $0/ballast 2> /dev/null || true");

    private final String preparation;

    Place(String preparation) {
      this.preparation = preparation;
    }
  }

  static boolean canMount() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @BeforeEach
  void post() throws IOException {
    Shell shell = new Shell(temp);
    assertThat(shell.type("publish", "hello").code()).isZero();
    assertThat(shell.type("export", temp.resolve("first.ndjson").toString()).code()).isZero();
    assertThat(shell.type("publish", "never left").code()).isZero();
    Files.createDirectories(temp.resolve("xdg"));
  }

  private String run(Place place, int code, String... words)
      throws IOException, InterruptedException {
    return run(place.preparation, code, words);
  }

  private String run(String preparation, int code, String... words)
      throws IOException, InterruptedException {
    List<String> launcher =
        List.of(
            "unshare",
            "-rm",
            "bash",
            "-ec",
            preparation + "; exec \"$@\" 2>&1",
            temp.resolve("data").toString());
    try (ChildProcess child = new ChildProcess(launcher, temp, words)) {
      String said = child.rest();
      assertThat(child.exitCode()).as(said).isEqualTo(code);
      return said;
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingGoesOn(Place place) throws IOException, InterruptedException {
    assertThat(run(place, 0, "log")).contains("Nothing can be written", "hello", "never left");
    assertThat(run(place, 0, "storage")).contains("2 messages of 1 feed");
    assertThat(run(place, 0, "search", "hello")).contains("hello");
    assertThat(run(place, 0, "status")).contains("2 messages of 1 feed", "Publishing is held");
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsExportedAndThatIsSaid(Place place) throws IOException, InterruptedException {
    Path out = temp.resolve("out.ndjson");
    assertThat(run(place, 0, "export", out.toString())).contains("also those that have never left");
    assertThat(Files.readAllLines(out)).hasSize(2).last().asString().contains("never left");
  }

  @ParameterizedTest
  @EnumSource
  void questionsAreAnswered(Place place) throws IOException, InterruptedException {
    assertThat(run(place, 0, "doctor"))
        .contains("2 messages looked at.", "Everything is sound but the indexes")
        .doesNotContain("Everything is sound.");
    assertThat(run(place, 0, "doctor", "--quick")).contains("2 messages looked at.");
    run(place, 0, "name");
  }

  @Test
  void whereThereIsNoRoomToCompareIndexesThatIsSaid() throws IOException, InterruptedException {
    assertThat(run(LITTLE_ROOM, 1, "doctor"))
        .contains("all messages and all notes are sound", "To compare the indexes", "Make room")
        .doesNotContain("Everything is sound", "nothing can be written");
    assertThat(run(LITTLE_ROOM, 0, "doctor", "--quick")).contains("Everything is sound;");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsPosted(Place place) throws IOException, InterruptedException {
    List<String> said = new ArrayList<>(run(place, 1, "publish", "more").lines().toList());
    assertThat(said).singleElement().asString().containsAnyOf("full", "Nothing can be written");
  }
}
