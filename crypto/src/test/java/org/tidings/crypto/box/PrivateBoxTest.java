package org.tidings.crypto.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

@BothEngines
record PrivateBoxTest(Engine engine) {
  private static final List<Vector> CASES = Vector.file("private-box.json").objects("cases");
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  /// What the writer of these did to them no honest writer would do.
  private static final Set<String> DAMAGED =
      Set.of(
          "count byte lies: too small",
          "body bit flipped",
          "first slot damaged",
          "truncated to nonce and key");

  @Test
  void publishedSecretsGiveThePublishedBox() {
    assertThat(CASES)
        .hasSize(12)
        .filteredOn(each -> !DAMAGED.contains(each.text("desc")))
        .filteredOn(each -> each.objects("recipients").size() <= PrivateBox.MAX_RECIPIENTS)
        .hasSize(7)
        .allSatisfy(each -> assertThat(sealed(each)).isEqualTo(boxed(each)))
        .allSatisfy(each -> assertThat(sealed(each)).hasSize(lengthForetold(each)));
  }

  @Test
  void exactlyThePublishedReadersCanRead() {
    assertThat(CASES)
        .allSatisfy(
            each ->
                assertThat(each.objects("readers"))
                    .allSatisfy(
                        reader ->
                            assertThat(opened(each, reader))
                                .as(each.text("desc") + ": " + reader.text("who"))
                                .isEqualTo(expected(each, reader))));
  }

  @Test
  void eightRecipientsAreTooMany() {
    List<PublicKey> eight = Collections.nCopies(8, keys(1).publicKey());
    assertThatThrownBy(() -> PrivateBox.seal(HELLO, eight, new SecureRandom()))
        .isInstanceOf(RecipientException.class)
        .hasMessage("A private message can have at most 7 recipients, not 8.");
  }

  @Test
  void noRecipientsAreTooFew() {
    assertThatThrownBy(() -> PrivateBox.seal(HELLO, List.of(), new SecureRandom()))
        .isInstanceOf(RecipientException.class);
  }

  @Test
  void nothingIsSealedWhenOneRecipientHasNoUsableKey() {
    List<PublicKey> recipients = List.of(keys(1).publicKey(), PublicKey.of(new byte[32]));
    assertThatThrownBy(
            () ->
                PrivateBox.seal(
                    HELLO, recipients, OneTimeSecrets.fresh(new SecureRandom()), engine))
        .isInstanceOf(RecipientException.class)
        .hasMessageContaining("@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=.ed25519");
  }

  @Test
  void freshBoxIsReadByItsRecipientsAndNobodyElse() throws RecipientException {
    List<PublicKey> recipients = List.of(keys(1).publicKey(), keys(2).publicKey());
    byte[] boxed = PrivateBox.seal(HELLO, recipients, new SecureRandom());
    assertThat(PrivateBox.open(boxed, keys(1))).hasValue(HELLO);
    assertThat(PrivateBox.open(boxed, keys(2))).hasValue(HELLO);
    assertThat(PrivateBox.open(boxed, keys(3))).isEmpty();
    assertThat(boxed).hasSize(24 + 32 + 2 * 49 + 16 + HELLO.length);
    assertThat(PrivateBox.seal(HELLO, recipients, new SecureRandom())).isNotEqualTo(boxed);
  }

  @Test
  void boxOfNothingIsReadByItsOneRecipient() throws RecipientException {
    byte[] boxed = PrivateBox.seal(new byte[0], List.of(keys(1).publicKey()), new SecureRandom());
    assertThat(boxed).hasSize(PrivateBox.boxedBytes(0, 1));
    assertThat(PrivateBox.open(boxed, keys(1))).hasValue(new byte[0]);
  }

  @Test
  void boxCutAnywhereIsNotReadable() throws RecipientException {
    byte[] boxed = PrivateBox.seal(HELLO, List.of(keys(1).publicKey()), new SecureRandom());
    for (int length = 0; length < boxed.length; length++) {
      assertThat(PrivateBox.open(Arrays.copyOf(boxed, length), keys(1), engine)).isEmpty();
    }
  }

  @Test
  void senderWithALowOrderKeyIsNotReadable() throws RecipientException {
    byte[] boxed = PrivateBox.seal(HELLO, List.of(keys(1).publicKey()), new SecureRandom());
    Arrays.fill(boxed, 24, 56, (byte) 0);
    assertThat(PrivateBox.open(boxed, keys(1), engine)).isEmpty();
  }

  @Test
  void countThatPointsBehindTheEndIsNotReadable() throws RecipientException {
    OneTimeSecrets secrets = OneTimeSecrets.fresh(new SecureRandom());
    byte[] boxed = PrivateBox.seal(HELLO, List.of(keys(1).publicKey()), secrets, engine);
    byte[] shared = keys(1).agree(engine.curvePublic(secrets.curveSecret())).orElseThrow();
    byte[] slot = new byte[33];
    slot[0] = (byte) 255;
    System.arraycopy(secrets.bodyKey(), 0, slot, 1, 32);
    System.arraycopy(SecretBox.seal(slot, secrets.nonce(), shared, engine), 0, boxed, 56, 49);
    assertThat(PrivateBox.open(boxed, keys(1), engine)).isEmpty();
  }

  private byte[] sealed(Vector each) throws RecipientException {
    List<PublicKey> recipients =
        each.objects("recipients").stream()
            .map(recipient -> recipient.text("id").substring(1, 45))
            .map(text -> PublicKey.parseBase64(text).orElseThrow())
            .toList();
    var secrets =
        new OneTimeSecrets(each.hex("nonce"), each.hex("bodyKey"), each.hex("ephemeralSecret"));
    return PrivateBox.seal(each.text("plainText").getBytes(UTF_8), recipients, secrets, engine);
  }

  private static int lengthForetold(Vector each) {
    int plain = each.text("plainText").getBytes(UTF_8).length;
    return PrivateBox.boxedBytes(plain, each.objects("recipients").size());
  }

  private Optional<String> opened(Vector each, Vector reader) {
    KeyPair keys = KeyPair.fromSeed(reader.hex("seed"), engine);
    Optional<byte[]> plain = PrivateBox.open(boxed(each), keys, engine);
    keys.destroy();
    return plain.map(bytes -> new String(bytes, UTF_8));
  }

  /// The reference also hides what is no JSON; to us that is the reader's business, not the box's.
  private static Optional<String> expected(Vector each, Vector reader) {
    boolean notJson =
        each.text("desc").equals("body is not JSON") && !reader.text("who").equals("outsider");
    return Optional.of(each.text("plainText")).filter(text -> reader.flag("readable") || notJson);
  }

  private static byte[] boxed(Vector each) {
    String text = each.text("boxed");
    return Base64.getDecoder().decode(text.substring(0, text.length() - ".box".length()));
  }

  private KeyPair keys(int number) {
    byte[] seed = HexFormat.of().parseHex("%064x".formatted(number));
    return KeyPair.fromSeed(seed, engine);
  }
}
