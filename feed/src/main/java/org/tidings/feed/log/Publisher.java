package org.tidings.feed.log;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.UnpublishableException;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Signs and appends our own messages. Returns after the durable commit: what it returned is on
/// disk, what it threw for is not there at all, unless it is `UNCERTAIN`. Thread-safe; callers
/// queue up behind each other on the writer's thread, so the feed cannot fork.
public final class Publisher {

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

  /// Publishes in the open; content with `recps` is sealed for those, and refused where one of them
  /// is no feed.
  ///
  /// @throws PublishRefused when the gate is closed or the content cannot be signed
  /// @throws org.tidings.feed.store.StoreException when the disk failed; nothing is published then
  public Message publish(JsonObject content) throws PublishRefused {
    return signAndAppend(content);
  }

  /// Refuses an entry that could not be published, before it goes into the outbox.
  ///
  /// @throws PublishRefused when the gate is closed or a content can never be signed
  public void check(OutboxEntry entry) throws PublishRefused {
    if (gate.state() instanceof Held held) {
      throw new PublishingHeld(held.reason());
    }
    try {
      for (JsonObject post : entry.posts()) {
        UnsignedMessage.check(post);
      }
    } catch (UnpublishableException refused) {
      throw new ContentRefused(refused);
    }
  }

  /// Publishes all posts of an entry of the outbox and takes it out, in one transaction: all or
  /// nothing, and never twice. What follows the first post answers the one before it.
  ///
  /// @return what was published; nothing when the entry was signed or taken back before
  public List<Message> publish(OutboxEntry entry) throws PublishRefused {
    return published(log.database.call(() -> attempt(new Parts(entry, sealing.random()))));
  }

  /// Encrypts for the recipients (one to seven; add yourself to read it again) and publishes. Fails
  /// closed: nothing is ever published in the open instead.
  public Message publishPrivate(JsonObject content, List<FeedId> recipients) throws PublishRefused {
    try {
      return signAndAppend(Sealed.of(content, recipients, sealing.random()));
    } catch (RecipientException refused) {
      throw new ContentRefused(refused);
    }
  }

  /// Publishes what a program of ours has encrypted itself: base64 that ends in `.box`.
  public Message publishSealed(JsonString sealed) throws PublishRefused {
    return signAndAppend(sealed);
  }

  /// What came of an attempt: refusals travel as values through the writer.
  private sealed interface Attempt {

    record Published(List<Message> messages) implements Attempt {}

    record Refused(PublishRefused why) implements Attempt {}
  }

  private Message signAndAppend(Json content) throws PublishRefused {
    return published(log.database.call(() -> attempt(new Parts(content)))).getFirst();
  }

  private static List<Message> published(Attempt attempt) throws PublishRefused {
    return switch (attempt) {
      case Attempt.Published(List<Message> messages) -> messages;
      case Attempt.Refused(PublishRefused why) -> throw why;
    };
  }

  private Attempt attempt(Parts parts) {
    if (gate.state() instanceof Held held) {
      return new Attempt.Refused(new PublishingHeld(held.reason()));
    }
    try {
      List<Message> messages = sign(parts);
      return appender.transaction(Durability.FULL, tx -> append(tx, parts, messages));
    } catch (UnpublishableException | RecipientException refused) {
      return new Attempt.Refused(new ContentRefused(refused));
    }
  }

  private List<Message> sign(Parts parts) throws UnpublishableException, RecipientException {
    List<Message> messages = new ArrayList<>();
    Optional<Head> head = log.heads.of(key.author());
    for (int i = 0; i < parts.count(); i++) {
      Message message =
          UnsignedMessage.after(head, now(), meant(parts.content(i, messages)))
              .sign(key.keys(), key.hmacKey());
      messages.add(message);
      head = Optional.of(message.asHead());
    }
    return messages;
  }

  /// Nothing is signed past this: what is meant for some never goes out in the open.
  private Json meant(Json content) throws UnpublishableException, RecipientException {
    return content instanceof JsonObject open ? Sealed.asMeant(open, sealing.random()) : content;
  }

  private double now() {
    return (double) new ArrivalTimes(sealing.clock()).claim(log.database);
  }

  private Attempt append(Tx tx, Parts parts, List<Message> messages) {
    if (!parts.takeOut(tx)) {
      return new Attempt.Published(List.of());
    }
    for (Message message : messages) {
      Verdict verdict =
          appender.append(tx, message, Meaning.inTheOpen(message.content()), Optional.empty());
      if (!(verdict instanceof Verdict.Accepted)) {
        throw new IllegalStateException("our own message was judged " + verdict);
      }
    }
    return new Attempt.Published(messages);
  }
}
