package org.tidings.feed.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.ref.BlobId;

class SealedBlobsTest {

  private static final byte[] PLAIN = "hello blob\n".getBytes(StandardCharsets.UTF_8);

  /// The example of protocol 7.6.
  private static final BlobLink KNOWN =
      BlobLink.parse(
              "&4YK73AArE5fQlOpM6Mfq+9412zciEpQmAr3cEh1zMpU=.sha256"
                  + "?unbox=oGOdA+fnfXYw3/znv+JtUYE9THmfE4IeW2eG4nNrqu0=.boxs")
          .orElseThrow();

  private static final byte[] KNOWN_BYTES =
      HexFormat.of()
          .parseHex(
              "d4e9c7bb4348c0eec1f00976fdd39dc79ecc17554a73f2346fe20c607b5b2ff3f40c1cdf58a3dbe8"
                  + "6430c268bd4386a3572daa40e202939f6c2527912fc53c71ca34078f190dd870aaedea8d47c9b0");

  @TempDir Path folder;

  private BlobStore store;
  private SealedBlobs sealed;

  @BeforeEach
  void open() {
    store =
        BlobStore.open(
            folder, new BlobQuota(BlobQuota.USUAL, b -> false), InstantSource.system(), b -> {});
    sealed = new SealedBlobs(store, new SecureRandom());
  }

  @Test
  void theKnownExampleIsOpened() throws Exception {
    store.add(new ByteArrayInputStream(KNOWN_BYTES));
    assertThat(sealed.read(KNOWN)).hasValue(PLAIN);
  }

  @Test
  void theKnownExampleIsMade() throws Exception {
    assertThat(SealedBlobs.box(PLAIN, KNOWN.keyBytes().orElseThrow())).isEqualTo(KNOWN_BYTES);
  }

  @Test
  void whatIsSealedIsReadByItsLinkAndLiesNowhereInTheOpen() throws Exception {
    byte[] plain = new byte[300_001];
    Arrays.fill(plain, (byte) 7);
    BlobLink link = sealed.add(plain);
    assertThat(sealed.read(BlobLink.parse(link.toString()).orElseThrow())).hasValue(plain);
    assertThat(sealed.read(BlobLink.to(link.blob())).orElseThrow()).isNotEqualTo(plain);
  }

  @Test
  void theSameBytesAreAnotherBlobEachTime() throws Exception {
    assertThat(sealed.add(PLAIN).blob()).isNotEqualTo(sealed.add(PLAIN).blob());
  }

  @Test
  void theLargestThatMayBeSealedIsTakenByEverybodyAndNoMoreIsMade() throws Exception {
    BlobLink link = sealed.add(new byte[SealedBlobs.LARGEST]);
    assertThat(store.size(link.blob()).orElseThrow()).isLessThanOrEqualTo(Blob.LARGEST_OWN);
    assertThatThrownBy(() -> sealed.add(new byte[SealedBlobs.LARGEST + 1]))
        .isInstanceOf(BlobRefused.class);
  }

  @Test
  void whatIsNotHereIsNotFound() throws Exception {
    assertThat(sealed.read(KNOWN)).isEmpty();
  }

  @Test
  void anotherKeyOrNoneAtAllOpensNothing() throws Exception {
    BlobId blob = store.add(new ByteArrayInputStream(KNOWN_BYTES)).id();
    for (String key : new String[] {"A".repeat(43) + "=", "AAAA", "?!", ""}) {
      assertThatThrownBy(() -> sealed.read(new BlobLink(blob, Optional.of(key))))
          .as(key)
          .isInstanceOf(BlobRefused.class);
    }
  }

  @Test
  void whatIsDamagedOnDiskIsNotHereFromThenOn() throws Exception {
    BlobId blob = store.add(new ByteArrayInputStream(PLAIN)).id();
    String hex = HexFormat.of().formatHex(blob.bytes());
    Path file = folder.resolve("sha256").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    Files.writeString(file, "hallo blob\n");
    assertThat(sealed.read(BlobLink.to(blob))).isEmpty();
    assertThat(store.has(blob)).isFalse();
  }

  @Test
  void aBlobThatWasCutShortOpensToNothing() throws Exception {
    byte[] cut = Arrays.copyOf(KNOWN_BYTES, KNOWN_BYTES.length - 34);
    BlobId blob = store.add(new ByteArrayInputStream(cut)).id();
    assertThatThrownBy(() -> sealed.read(new BlobLink(blob, KNOWN.key())))
        .isInstanceOf(BlobRefused.class);
  }
}
