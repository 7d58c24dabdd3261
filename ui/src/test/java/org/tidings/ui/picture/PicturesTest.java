package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class PicturesTest {

  private final FakeScreen screen = new FakeScreen();
  private final List<PictureState> told = new ArrayList<>();
  private TestWorkspace test;
  private Pictures pictures;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    pictures = test.workspace().album().pictures();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aPictureThatIsHereIsShownNoLargerThanItHasToBe() throws Exception {
    follow(add(picture()), Pictures.Use.FACE);
    until(PictureState.Ready.class);
    PictureState.Ready ready = (PictureState.Ready) told.getLast();
    assertThat(ready.image().getWidth()).isEqualTo(192);
    assertThat(ready.image().getHeight()).isEqualTo(96);
  }

  @Test
  void aPictureThatWasShownIsThereAtOnce() throws Exception {
    BlobLink link = add(picture());
    Subscription before = follow(link, Pictures.Use.TILE);
    until(PictureState.Ready.class);
    before.unsubscribe();
    told.clear();
    follow(link, Pictures.Use.TILE);
    assertThat(told).hasOnlyElementsOfType(PictureState.Ready.class);
  }

  @Test
  void aMissingPictureIsAskedForAndShownWhenItComes() throws Exception {
    BlobId blob = BlobId.of(Sha256.of(picture()));
    follow(BlobLink.to(blob), Pictures.Use.TILE);
    until(PictureState.Missing.class);
    assertThat(told.getLast()).isEqualTo(new PictureState.Missing(new BlobStatus.Asking(0)));
    assertThat(test.workspace().feeds().wantedBlobs().all()).containsExactly(blob);
    add(picture());
    until(PictureState.Ready.class);
  }

  @Test
  void howItStandsIsNotToldAgainWhereNothingChanged(@TempDir Path folder) throws Exception {
    AtomicInteger looks = new AtomicInteger();
    Executor work =
        question -> {
          looks.incrementAndGet();
          question.run();
        };
    try (TestWorkspace other = new TestWorkspace(folder, work, screen)) {
      BlobLink missing = BlobLink.to(BlobId.of(Sha256.of(picture())));
      other.workspace().album().pictures().follow(missing, Pictures.Use.TILE, told::add);
      until(PictureState.Missing.class);
      int before = looks.get();
      screen.until(() -> looks.get() > before + 1);
      assertThat(told).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void nothingIsToldToWhoListensNoLonger() throws Exception {
    follow(BlobLink.to(BlobId.of(Sha256.of(picture()))), Pictures.Use.TILE).unsubscribe();
    told.clear();
    add(picture());
    follow(add("text".getBytes(StandardCharsets.UTF_8)), Pictures.Use.TILE);
    until(PictureState.OtherFile.class);
    assertThat(told).noneMatch(PictureState.Ready.class::isInstance);
  }

  @Test
  void whatIsNoPictureIsAFileOfThatSize() throws Exception {
    follow(add(new byte[1234]), Pictures.Use.TILE);
    until(PictureState.OtherFile.class);
    assertThat(told.getLast()).isEqualTo(new PictureState.OtherFile(1234));
  }

  @Test
  void aPictureThatCannotBeReadIsNotWaitedForAndIsReadWhenAskedForAgain() throws Exception {
    BlobLink link = add(picture());
    Path file = file();
    Files.delete(file);
    Files.createDirectory(file);
    follow(link, Pictures.Use.TILE);
    until(PictureState.Failed.class);
    Files.delete(file);
    Files.write(file, picture());
    pictures.askAgain(link);
    until(PictureState.Ready.class);
  }

  /// The only one there is.
  private Path file() throws IOException {
    try (Stream<Path> all = Files.walk(test.temp().folder().resolve("blobs").resolve("sha256"))) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void anEncryptedPictureIsShownToWhoHasItsKeyOnly() throws Exception {
    BlobLink link = test.workspace().feeds().sealedBlobs().add(picture());
    follow(link, Pictures.Use.TILE);
    until(PictureState.Ready.class);
    follow(new BlobLink(link.blob(), Optional.of("AAAA")), Pictures.Use.TILE);
    until(PictureState.Locked.class);
    follow(BlobLink.to(link.blob()), Pictures.Use.TILE);
    until(PictureState.OtherFile.class);
  }

  private Subscription follow(BlobLink link, Pictures.Use use) {
    return pictures.follow(link, use, told::add);
  }

  private void until(Class<? extends PictureState> state) {
    screen.until(() -> !told.isEmpty() && state.isInstance(told.getLast()));
  }

  private BlobLink add(byte[] bytes) throws Exception {
    return BlobLink.to(test.workspace().feeds().blobs().add(new ByteArrayInputStream(bytes)).id());
  }

  private static byte[] picture() throws Exception {
    return SomePictures.file(SomePictures.landscape(400, 200, 1), "png");
  }
}
