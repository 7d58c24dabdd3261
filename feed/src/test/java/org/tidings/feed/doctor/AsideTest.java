package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.store.Database;

/// A mended file takes the place of a damaged one, wherever that was cut short before.
class AsideTest {
  private static final List<String> PARTS = List.of("", "-wal", "-shm");

  @TempDir Path folder;

  private Path at(String ending) {
    return folder.resolve(Database.FILE + ending);
  }

  private void write(String ending) throws IOException {
    Files.writeString(at(ending), "the damaged one" + ending);
  }

  /// @param moved how many parts of the damaged file an earlier run had moved
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void isFinishedWhereverItWasCutShort(int moved) throws IOException {
    Files.writeString(at(".damaged-1"), "an older one");
    for (String part : PARTS) {
      write(part);
    }
    Path made = Files.writeString(folder.resolve("made"), "the mended one");
    Aside.ready(made, at(""));
    for (String part : PARTS.subList(0, moved)) {
      Files.move(at(part), at(".damaged-2" + part));
    }

    assertThat(Aside.finish(at(""))).contains(at(".damaged-2"));
    assertThat(at("")).hasContent("the mended one");
    assertThat(at(".damaged-1")).hasContent("an older one");
    for (String part : PARTS) {
      assertThat(at(".damaged-2" + part)).hasContent("the damaged one" + part);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.mended");
    assertThat(at("-wal")).doesNotExist();
    assertThat(Aside.finish(at(""))).isEmpty();
  }

  @Test
  void whatWasMendedIsThereAtTheNextStart() throws IOException {
    SomeFeed mara = SomeFeed.of("Mara");
    mara.post("hello");
    TempFeeds before = new TempFeeds(folder);
    before.ingest(mara.values(), TempFeeds.IMPORT);
    before.settled().close();
    Path file = before.folder().resolve(Database.FILE);
    Files.move(file, file.resolveSibling(Database.FILE + ".mended"));
    Files.writeString(file.resolveSibling(Database.FILE + ".damaged-1"), "no database");

    try (TempFeeds after = new TempFeeds(folder)) {
      assertThat(after.feeds().log().head(mara.id())).isPresent();
    }
  }
}
