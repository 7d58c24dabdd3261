package org.tidings.ui.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraggedCopiesTest {
  private static final int MOST = 20;

  @TempDir private Path data;

  /// One that was made at that second.
  private Path copy(int second) throws IOException {
    Path copy = new DraggedCopies(data).make("the wreck.png", "wreck".getBytes(UTF_8));
    Files.setLastModifiedTime(copy.resolve("..").normalize(), FileTime.fromMillis(1_000L * second));
    return copy;
  }

  @Test
  void twoOfOneNameAreTwoCopies() throws IOException {
    assertThat(copy(1)).hasFileName("the wreck.png").isNotEqualTo(copy(2)).exists();
  }

  @Test
  void onlyTheLastOnesStay() throws IOException {
    List<Path> made = new ArrayList<>();
    for (int second = 1; second <= MOST + 3; second++) {
      made.add(copy(second));
    }
    assertThat(made.subList(0, 3)).allSatisfy(old -> assertThat(old).doesNotExist());
    assertThat(made.subList(3, MOST + 3)).allSatisfy(kept -> assertThat(kept).exists());
  }

  @Test
  void whatAnEarlierWindowLeftGoes() throws IOException {
    copy(1);
    copy(2);
    new DraggedCopies(data).clear();
    assertThat(data.resolve("dragged")).isEmptyDirectory();
    assertThat(copy(3)).exists();
  }

  @Test
  void whereNothingWasEverDraggedThereIsNothingToTakeBack() throws IOException {
    new DraggedCopies(data).clear();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void oneThatWasMovedElsewhereLeavesNothingBehind() throws IOException {
    Path copy = copy(1);
    Files.move(copy, data.resolve("elsewhere.png"));
    new DraggedCopies(data).clear();
    assertThat(data.resolve("dragged")).isEmptyDirectory();
  }
}
