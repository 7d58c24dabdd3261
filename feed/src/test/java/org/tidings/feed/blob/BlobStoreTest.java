package org.tidings.feed.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;

class BlobStoreTest {

  private static final BlobId HELLO = id("&uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=.sha256");
  private static final String NAME_OF_HELLO =
      "sha256/b9/4d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
  private static final BlobId OTHER = BlobId.of(new byte[32]);

  /// Of the bytes `pinned`.
  private static final BlobId PINNED =
      BlobId.of(Sha256.of("pinned".getBytes(StandardCharsets.UTF_8)));

  @TempDir Path folder;

  private long seconds;
  private final List<BlobId> told = new CopyOnWriteArrayList<>();
  private BlobStore store;

  @BeforeEach
  void open() {
    store = open(BlobQuota.USUAL);
  }

  private BlobStore open(long most) {
    return BlobStore.open(
        folder,
        new BlobQuota(most, PINNED::equals),
        () -> Instant.ofEpochSecond(++seconds),
        told::add);
  }

  @Test
  void aBlobIsFoundByTheHashOfItsBytes() throws Exception {
    assertThat(store.add(bytes("hello world"))).isEqualTo(new Blob(HELLO, 11));
    try (InputStream read = store.open(HELLO).orElseThrow()) {
      assertThat(read).hasContent("hello world");
    }
    assertThat(store.size(HELLO)).hasValue(11);
  }

  @Test
  void aBlobLiesInAFolderNamedByTheBeginningOfItsHash() throws Exception {
    store.add(bytes("hello world"));
    assertThat(folder.resolve(NAME_OF_HELLO)).hasContent("hello world");
  }

  @Test
  void whatIsNotHereIsNotFound() {
    assertThat(store.has(OTHER)).isFalse();
    assertThat(store.size(OTHER)).isEmpty();
    assertThat(store.open(OTHER)).isEmpty();
    assertThat(store.slice(OTHER, 0, 1)).isEmpty();
  }

  @Test
  void aBlobIsThereInAStoreOpenedAnew() throws Exception {
    store.add(bytes("hello world"));
    assertThat(open(BlobQuota.USUAL).has(HELLO)).isTrue();
  }

  @Test
  void aNewBlobIsToldOnce() throws Exception {
    store.add(bytes("hello world"));
    store.add(bytes("hello world"));
    assertThat(told).containsExactly(HELLO);
  }

  @Test
  void slicesEndWhereTheBlobEnds() throws Exception {
    store.add(bytes("hello world"));
    assertThat(slice(0, 5)).isEqualTo("hello");
    assertThat(slice(6, 100)).isEqualTo("world");
    assertThat(slice(11, 5)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereNoRoomIsLeftOnTheDiskNothingOfOthersIsFetched() throws Exception {
    Path nowhere = folder.resolve("sha256");
    Files.delete(nowhere);
    Files.createSymbolicLink(nowhere, Path.of("/proc"));
    assertThatThrownBy(store::checkRoom)
        .isInstanceOfSatisfying(
            StoreException.class,
            full -> assertThat(full.kind()).isEqualTo(StoreException.Kind.DISK_FULL));
    Files.delete(nowhere);
  }

  @Test
  void theLargestBlobOfOurOwnIsOneThatEverybodyTakes() throws Exception {
    assertThat(store.add(zeros(Blob.LARGEST_OWN)).size()).isEqualTo(5_242_879);
    assertThatThrownBy(() -> store.add(zeros(Blob.LARGEST)))
        .isInstanceOfSatisfying(
            BlobRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(BlobRefused.Reason.TOO_LARGE));
  }

  @Test
  void anEndlessBlobLeavesNothing() throws IOException {
    InputStream endless = zeros(Long.MAX_VALUE);
    assertThatThrownBy(() -> store.add(endless)).isInstanceOf(BlobRefused.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void otherBytesThanThoseExpectedLeaveNothing() throws Exception {
    try (BlobIntake intake = store.intake(Blob.LARGEST)) {
      intake.write("hello world".getBytes(StandardCharsets.UTF_8), 11);
      assertThatThrownBy(() -> intake.finish(OTHER))
          .isInstanceOfSatisfying(
              BlobRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(BlobRefused.Reason.OTHER_CONTENT));
    }
    assertThat(files()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsNotFinishedIsNotSeenAndGoesWhenItIsClosed() throws Exception {
    try (BlobIntake intake = store.intake(Blob.LARGEST)) {
      intake.write("hello world".getBytes(StandardCharsets.UTF_8), 11);
      assertThat(store.has(HELLO)).isFalse();
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void whatACrashHasLeftIsSweptAtTheNextStart() throws IOException {
    Files.writeString(folder.resolve("incoming/7"), "half a blo");
    open(BlobQuota.USUAL);
    assertThat(files()).isEmpty();
  }

  @Nested
  class WhatIsCut {
    private static final FeedId ANN = FeedId.of(new byte[32]);
    private static final FeedId BOB = SomeFeed.of("bob").id();

    @Test
    void isGoneOnWithBytesOfTheSameSourceAlsoByAStoreOpenedAnew() throws Exception {
      begin(HELLO, ANN, "hello ");
      try (BlobIntake intake = open(BlobQuota.USUAL).intake(HELLO, ANN, 11)) {
        assertThat(intake.size()).isEqualTo(6);
        write(intake, "world");
        assertThat(intake.finish(HELLO)).isEqualTo(new Blob(HELLO, 11));
      }
      assertThat(files()).hasSize(1);
    }

    @Test
    void isNotMixedWithBytesOfAnotherAndGoesWhenTheyAreComplete() throws Exception {
      begin(HELLO, ANN, "junk");
      try (BlobIntake intake = store.intake(HELLO, BOB, 11)) {
        assertThat(intake.size()).isZero();
        write(intake, "hello world");
        intake.finish(HELLO);
      }
      assertThat(files()).hasSize(1);
    }

    @Test
    void isThrownAwayWhenTheWholeIsWrong() throws Exception {
      begin(HELLO, ANN, "junk");
      try (BlobIntake intake = store.intake(HELLO, ANN, 11)) {
        write(intake, "o world");
        assertThatThrownBy(() -> intake.finish(HELLO)).isInstanceOf(BlobRefused.class);
        assertThat(intake.hasGoneOn()).isTrue();
      }
      try (BlobIntake intake = store.intake(HELLO, ANN, 11)) {
        assertThat(intake.hasGoneOn()).isFalse();
      }
      assertThat(files()).isEmpty();
    }

    @Test
    void isThrownAwayWhenItIsMoreThanTheWhole() throws Exception {
      begin(HELLO, ANN, "hello world and more");
      try (BlobIntake intake = store.intake(HELLO, ANN, 11)) {
        assertThat(intake.size()).isZero();
      }
    }

    @Test
    void beginsAgainWhereTheSourceSendsTheWhole() throws Exception {
      begin(HELLO, ANN, "hello ");
      try (BlobIntake intake = store.intake(HELLO, ANN, 11)) {
        intake.beginAgain();
        write(intake, "hello world");
        assertThat(intake.finish(HELLO)).isEqualTo(new Blob(HELLO, 11));
      }
    }

    @Test
    void isForOneIntakeAtATime() throws Exception {
      begin(HELLO, ANN, "hello ");
      try (BlobIntake first = store.intake(HELLO, ANN, 11);
          BlobIntake second = store.intake(HELLO, ANN, 11)) {
        write(second, "hello world");
        second.finish(HELLO);
        assertThat(first.size()).isEqualTo(6);
      }
      assertThat(files()).hasSize(1);
    }

    @Test
    void isKeptOfTheLatestFewOnly() throws Exception {
      for (int i = 0; i <= PartialBlobs.MOST; i++) {
        begin(numbered(i), ANN, "hello");
      }
      assertThat(files()).hasSize(PartialBlobs.MOST);
      try (BlobIntake first = store.intake(numbered(0), ANN, 11)) {
        assertThat(first.size()).isZero();
      }
    }

    @Test
    void isKeptForAWeek() throws Exception {
      begin(HELLO, ANN, "hello ");
      seconds += 6 * 24 * 3600;
      open(BlobQuota.USUAL);
      assertThat(files()).hasSize(1);
      seconds += 2 * 24 * 3600;
      open(BlobQuota.USUAL);
      assertThat(files()).isEmpty();
    }

    private void begin(BlobId blob, FeedId source, String bytes) throws Exception {
      try (BlobIntake intake = store.intake(blob, source, Blob.LARGEST)) {
        write(intake, bytes);
      }
    }

    private static void write(BlobIntake intake, String bytes) throws Exception {
      intake.write(bytes.getBytes(StandardCharsets.UTF_8), bytes.length());
    }

    private static BlobId numbered(int number) {
      return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
    }
  }

  @Test
  void aDeletedBlobIsGoneAndCanComeAgain() throws Exception {
    store.add(bytes("hello world"));
    store.delete(HELLO);
    assertThat(store.has(HELLO)).isFalse();
    store.add(bytes("hello world"));
    assertThat(store.has(HELLO)).isTrue();
  }

  @Test
  void whatWasNotUsedForLongestGoesWhenItIsTooMuch() throws Exception {
    store = open(30);
    BlobId first = store.add(bytes("first 1234")).id();
    BlobId second = store.add(bytes("second 123")).id();
    BlobId third = store.add(bytes("third 1234")).id();
    store.slice(first, 0, 1);
    BlobId fourth = store.add(bytes("fourth 123")).id();
    assertThat(List.of(first, second, third, fourth))
        .filteredOn(store::has)
        .contains(first, fourth);
    assertThat(store.has(second)).isFalse();
  }

  @Test
  void whenLessIsAllowedTheOldestGoAtOnce() throws Exception {
    store = open(30);
    BlobId first = store.add(bytes("first 1234")).id();
    BlobId second = store.add(bytes("second 123")).id();
    assertThat(store.bytes()).isEqualTo(20);
    store.bound(15);
    assertThat(store.has(first)).isFalse();
    assertThat(store.has(second)).isTrue();
    store.bound(30);
    store.add(bytes("third 1234"));
    assertThat(store.bytes()).isEqualTo(20);
  }

  /// As file managers do.
  @Test
  void whatOtherProgramsLeaveThereIsNoBlob() throws Exception {
    store.add(bytes("hello world"));
    Files.writeString(folder.resolve("sha256/.DS_Store"), "view");
    Files.writeString(folder.resolve("sha256/b9/.DS_Store"), "view");
    assertThat(store.all()).extracting(entry -> entry.blob().id()).containsExactly(HELLO);
    store.bound(5);
    assertThat(store.all()).isEmpty();
  }

  @Test
  void whatIsDamagedIsKeptAsideAndCanComeAgain() throws Exception {
    store.add(bytes("hello world"));
    store.setAsideIfDamaged(HELLO);
    assertThat(store.isSound(HELLO)).isTrue();
    assertThat(store.has(HELLO)).isTrue();

    Files.writeString(folder.resolve(NAME_OF_HELLO), "hello");
    assertThat(store.isSound(HELLO)).isFalse();
    store.setAsideIfDamaged(HELLO);
    assertThat(store.has(HELLO)).isFalse();
    assertThat(folder.resolve("damaged").resolve(NAME_OF_HELLO.replaceFirst(".*/(..)/", "$1")))
        .hasContent("hello");
    store.add(bytes("hello world"));
    assertThat(store.isSound(HELLO)).isTrue();
  }

  /// As where too many files are open.
  @Test
  void whatCannotBeOpenedNowStaysWhereItIs() throws Exception {
    store.add(bytes("hello world"));
    Path file = folder.resolve(NAME_OF_HELLO);
    Files.delete(file);
    Files.createSymbolicLink(file, file.getFileName());
    store.setAsideIfDamaged(HELLO);
    assertThat(Files.isSymbolicLink(file)).isTrue();
  }

  @Test
  void whereNothingWasStoredYetThereIsNothingToRead() {
    BlobQuota quota = new BlobQuota(BlobQuota.USUAL, b -> false);
    Path none = folder.resolve("none");
    assertThat(BlobStore.openToRead(none, quota, InstantSource.system(), told::add).all())
        .isEmpty();
  }

  @Test
  void whatIsPinnedStays() throws Exception {
    store = open(30);
    store.add(bytes("pinned"));
    for (int i = 0; i < 20; i++) {
      store.add(bytes("another " + (10 + i)));
    }
    assertThat(store.has(PINNED)).isTrue();
    assertThat(files()).hasSizeLessThanOrEqualTo(3);
  }

  private String slice(long start, int length) {
    Optional<byte[]> slice = store.slice(HELLO, start, length);
    return new String(slice.orElseThrow(), StandardCharsets.UTF_8);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static BlobId id(String text) {
    return BlobId.parse(text).orElseThrow();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream zeros(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int read = (int) Math.min(length, left);
        left -= read;
        return read == 0 && length > 0 ? -1 : read;
      }
    };
  }
}
