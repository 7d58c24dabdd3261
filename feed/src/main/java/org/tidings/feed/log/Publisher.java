package org.tidings.feed.log;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.UnpublishableException;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Signs and appends our own messages. Returns after the durable commit: what it returned is on
/// disk, what it threw for is not there at all. Thread-safe; callers queue up behind each other on
/// the writer's thread, so the feed cannot fork.
public final class Publisher {

  private static final String PRIVATE_SUFFIX = ".box";

  private final FeedLog log;
  private final Appender appender;
  private final PublishingGate gate;
  private final SigningKey key;
  private final Sealing sealing;

  /// Where times and one-time secrets come from.
  public record Sealing(InstantSource clock, SecureRandom random) {}

  /// Publishes to this log whenever the gate is open.
  public Publisher(
      FeedLog log, Appender appender, PublishingGate gate, SigningKey key, Sealing sealing) {
    this.log = log;
    this.appender = appender;
    this.gate = gate;
    this.key = key;
    this.sealing = sealing;
  }

  /// Publishes in the open.
  ///
  /// @throws PublishRefused when the gate is closed or the content cannot be signed
  /// @throws org.tidings.feed.store.StoreException when the disk failed; nothing is published then
  public Message publish(JsonObject content) throws PublishRefused {
    return signAndAppend(content);
  }

  /// Encrypts for the recipients (one to seven; add yourself to read it again) and publishes. Fails
  /// closed: nothing is ever published in the open instead.
  public Message publishPrivate(JsonObject content, List<FeedId> recipients) throws PublishRefused {
    try {
      byte[] plain = JsonWriter.compact(content);
      byte[] boxed =
          PrivateBox.seal(plain, recipients.stream().map(FeedId::key).toList(), sealing.random());
      String text = Base64.getEncoder().encodeToString(boxed) + PRIVATE_SUFFIX;
      return signAndAppend(new JsonString(text));
    } catch (RecipientException refused) {
      throw new ContentRefused(refused);
    }
  }

  /// What came of an attempt: refusals travel as values through the writer.
  private sealed interface Attempt {

    record Published(Message message) implements Attempt {}

    record Refused(PublishRefused why) implements Attempt {}
  }

  private Message signAndAppend(Json content) throws PublishRefused {
    Attempt attempt = log.database.call(() -> attempt(content));
    return switch (attempt) {
      case Attempt.Published(Message message) -> message;
      case Attempt.Refused(PublishRefused why) -> throw why;
    };
  }

  private Attempt attempt(Json content) {
    if (gate.state() instanceof Held held) {
      return new Attempt.Refused(new PublishingHeld(held.sentence()));
    }
    try {
      Message message =
          UnsignedMessage.after(log.heads.of(key.author()), now(), content)
              .sign(key.keys(), key.hmacKey());
      return appender.transaction(Durability.FULL, tx -> append(tx, message));
    } catch (UnpublishableException refused) {
      return new Attempt.Refused(new ContentRefused(refused));
    }
  }

  private double now() {
    return (double) sealing.clock().millis();
  }

  private Attempt append(Tx tx, Message message) {
    Verdict verdict = appender.append(tx, message, ContentParser.parse(message.content()));
    if (verdict instanceof Verdict.Accepted) {
      return new Attempt.Published(message);
    }
    throw new IllegalStateException("our own message was judged " + verdict);
  }
}
