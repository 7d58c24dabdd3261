package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class DragCopyTest {
  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anotherProgramIsGivenAFileThatIsNamedAsThePictureIs() throws Exception {
    DragCopy copy = copyOf("the wreck", picture());
    Path file = made(copy);
    assertThat(file).hasFileName("the wreck.png").hasBinaryContent(picture());
    copy.letGo(true);
    assertThat(file).as("a copy that may be read later").exists();
    assertThat(file).as("one nobody else can look into").startsWith(test.temp().folder());
  }

  @Test
  void withoutADragTheCopyIsGone() throws Exception {
    DragCopy copy = copyOf("the wreck", picture());
    Path file = made(copy);
    copy.letGo(false);
    screen.until(() -> Files.notExists(file.getParent()));
    assertThat(copy.content()).isEmpty();
  }

  @Test
  void whatIsLetGoTooSoonLeavesNothingBehind() throws Exception {
    DragCopy copy = copyOf("let go too soon", picture());
    copy.make();
    copy.letGo(false);
    screen.until(() -> true);
    assertThat(copy.content()).isEmpty();
    try (Stream<Path> left =
        Files.find(test.temp().folder(), 3, (path, is) -> path.endsWith("let go too soon.png"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsNotHereCannotBeDragged() throws Exception {
    BlobId missing = BlobId.of(Sha256.of(picture()));
    DragCopy copy =
        test.workspace().album().saving().forDragging(Embedded.of(BlobLink.to(missing), ""));
    copy.make();
    screen.until(() -> true);
    assertThat(copy.content()).isEmpty();
  }

  private Path made(DragCopy copy) {
    copy.make();
    screen.until(() -> copy.content().isPresent());
    List<File> files = copy.content().orElseThrow().getFiles();
    assertThat(files).hasSize(1);
    return files.getFirst().toPath();
  }

  private DragCopy copyOf(String words, byte[] bytes) throws Exception {
    BlobId blob = test.workspace().feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
    return test.workspace().album().saving().forDragging(Embedded.of(BlobLink.to(blob), words));
  }

  private static byte[] picture() throws Exception {
    return SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
  }
}
