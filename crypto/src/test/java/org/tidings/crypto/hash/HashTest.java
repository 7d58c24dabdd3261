package org.tidings.crypto.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.Vector;

class HashTest {
  @Test
  void sha256GivesThePublishedHashes() {
    assertThat(Vector.file("classic-crypto.json").objects("sha256"))
        .hasSize(3)
        .allSatisfy(
            each ->
                assertThat(Sha256.of(each.text("ascii").getBytes(US_ASCII)))
                    .isEqualTo(each.hex("hash")));
  }

  @Test
  void sha256OfPartsIsThatOfTheWhole() {
    byte[] whole = {1, 2, 3, 4, 5};
    assertThat(Sha256.of(new byte[] {1, 2}, new byte[0], new byte[] {3, 4, 5}))
        .isEqualTo(Sha256.of(whole));
  }

  @Test
  void sha256OfTheFirstBytesIsThatOfThemAlone() {
    assertThat(Sha256.ofFirst(2, new byte[] {1, 2, 3})).isEqualTo(Sha256.of(new byte[] {1, 2}));
  }

  @Test
  void hmacGivesThePublishedTags() {
    assertThat(Vector.file("keys-and-boxes.json").objects("auth"))
        .hasSize(8)
        .allSatisfy(
            each ->
                assertThat(Hmac.of(each.hex("message"), each.hex("key")))
                    .isEqualTo(each.hex("hmacSha512_256")));
  }

  @Test
  void hmacGivesTheWycheproofTagsOfItsKeySize() {
    List<Vector> tests =
        Vector.file("external/wycheproof/hmac_sha512_test.json").objects("testGroups").stream()
            .filter(group -> group.number("keySize") == Hmac.KEY_BYTES * Byte.SIZE)
            .flatMap(group -> group.objects("tests").stream())
            .toList();
    assertThat(tests)
        .hasSize(6)
        .allSatisfy(
            each ->
                assertThat(Hmac.of(each.hex("msg"), each.hex("key")))
                    .isEqualTo(Arrays.copyOf(each.hex("tag"), Hmac.BYTES)));
  }

  @Test
  void onlyTheRightTagVerifies() {
    byte[] key = new byte[Hmac.KEY_BYTES];
    byte[] message = {7};
    byte[] tag = Hmac.of(message, key);
    assertThat(Hmac.verifies(tag, message, key)).isTrue();
    tag[31] ^= 1;
    assertThat(Hmac.verifies(tag, message, key)).isFalse();
    assertThat(Hmac.verifies(Arrays.copyOf(tag, 16), message, key)).isFalse();
  }

  @Test
  void keyOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Hmac.of(new byte[0], new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> Hmac.of(new byte[0], new byte[33]));
  }
}
