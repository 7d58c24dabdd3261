package org.tidings.crypto.box;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// Private messages of the form box1 (protocol 3.1). Nobody but a recipient learns who the
/// recipients are. Thread-safe.
public final class PrivateBox {
  /// The most recipients a message may have; older programs read no more.
  public static final int MAX_RECIPIENTS = 7;

  /// Others write more slots than we do; like the reference we look at the first eight.
  private static final int SLOTS_TRIED = 8;

  private static final int SLOTS_AT = Engine.NONCE_BYTES + Engine.KEY_BYTES;
  private static final int SLOT_CONTENT_BYTES = 1 + Engine.KEY_BYTES;
  private static final int SLOT_BYTES = SLOT_CONTENT_BYTES + Engine.MAC_BYTES;

  private PrivateBox() {}

  /// `plain` sealed for each of the recipients, the sender among them if they want to read it
  /// again. The order of the recipients is kept; it carries no meaning.
  public static byte[] seal(byte[] plain, List<PublicKey> recipients, SecureRandom random)
      throws RecipientException {
    return seal(plain, recipients, OneTimeSecrets.fresh(random), Engine.preferred());
  }

  static byte[] seal(
      byte[] plain, List<PublicKey> recipients, OneTimeSecrets secrets, Engine engine)
      throws RecipientException {
    if (recipients.isEmpty()) {
      throw new RecipientException("A private message needs at least one recipient.");
    }
    if (recipients.size() > MAX_RECIPIENTS) {
      throw new RecipientException(
          "A private message can have at most %d recipients, not %d."
              .formatted(MAX_RECIPIENTS, recipients.size()));
    }
    byte[] slot = slotContent(recipients.size(), secrets.bodyKey());
    var boxed = new ByteArrayOutputStream();
    boxed.writeBytes(secrets.nonce());
    boxed.writeBytes(engine.curvePublic(secrets.curveSecret()));
    for (PublicKey recipient : recipients) {
      byte[] key = sharedWith(recipient, secrets, engine);
      boxed.writeBytes(SecretBox.seal(slot, secrets.nonce(), key, engine));
    }
    boxed.writeBytes(SecretBox.seal(plain, secrets.nonce(), secrets.bodyKey(), engine));
    return boxed.toByteArray();
  }

  /// What is in `boxed`, when these keys are among its recipients and it is undamaged.
  public static Optional<byte[]> open(byte[] boxed, KeyPair keys) {
    return open(boxed, keys, Engine.preferred());
  }

  static Optional<byte[]> open(byte[] boxed, KeyPair keys, Engine engine) {
    if (boxed.length < SLOTS_AT + SLOT_BYTES + Engine.MAC_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(boxed, Engine.NONCE_BYTES);
    byte[] sender = Arrays.copyOfRange(boxed, Engine.NONCE_BYTES, SLOTS_AT);
    return keys.agree(sender)
        .flatMap(shared -> ourSlot(boxed, nonce, shared, engine))
        .flatMap(slot -> body(boxed, nonce, slot, engine));
  }

  /// How long so many bytes become once sealed for so many recipients.
  public static int boxedBytes(int plain, int recipients) {
    return SLOTS_AT + recipients * SLOT_BYTES + Engine.MAC_BYTES + plain;
  }

  private static byte[] slotContent(int recipients, byte[] bodyKey) {
    byte[] content = new byte[SLOT_CONTENT_BYTES];
    content[0] = (byte) recipients;
    System.arraycopy(bodyKey, 0, content, 1, bodyKey.length);
    return content;
  }

  private static byte[] sharedWith(PublicKey recipient, OneTimeSecrets secrets, Engine engine)
      throws RecipientException {
    return engine
        .curvePoint(recipient.bytes())
        .flatMap(point -> engine.agree(secrets.curveSecret(), point))
        .orElseThrow(
            () -> new RecipientException("Nobody can receive private messages as " + recipient));
  }

  private static Optional<byte[]> ourSlot(
      byte[] boxed, byte[] nonce, byte[] shared, Engine engine) {
    int slots = Math.min(SLOTS_TRIED, (boxed.length - Engine.MAC_BYTES - SLOTS_AT) / SLOT_BYTES);
    for (int i = 0; i < slots; i++) {
      int at = SLOTS_AT + i * SLOT_BYTES;
      byte[] slot = Arrays.copyOfRange(boxed, at, at + SLOT_BYTES);
      Optional<byte[]> content = SecretBox.open(slot, nonce, shared, engine);
      if (content.isPresent()) {
        return content;
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> body(byte[] boxed, byte[] nonce, byte[] slot, Engine engine) {
    int at = SLOTS_AT + Byte.toUnsignedInt(slot[0]) * SLOT_BYTES;
    if (at > boxed.length) {
      return Optional.empty();
    }
    byte[] bodyKey = Arrays.copyOfRange(slot, 1, SLOT_CONTENT_BYTES);
    return SecretBox.open(Arrays.copyOfRange(boxed, at, boxed.length), nonce, bodyKey, engine);
  }
}
