package org.tidings.feed.log;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.UnpublishableException;
import org.tidings.feed.ref.FeedId;

/// Content as only its recipients can read it. Stateless. Protocol 3.1.
public final class Sealed {

  private static final String SUFFIX = ".box";

  private Sealed() {}

  static JsonString of(JsonObject content, List<FeedId> recipients, SecureRandom random)
      throws RecipientException {
    byte[] plain = JsonWriter.compact(content);
    byte[] boxed = PrivateBox.seal(plain, recipients.stream().map(FeedId::key).toList(), random);
    return new JsonString(Base64.getEncoder().encodeToString(boxed) + SUFFIX);
  }

  /// Content with `recps` as only those can read it, any other as it is.
  static Json asMeant(JsonObject content, SecureRandom random)
      throws RecipientException, UnpublishableException {
    Optional<Json> readers = Recipients.field(content);
    return readers.isPresent() ? of(content, all(readers.get()), random) : content;
  }

  private static List<FeedId> all(Json readers) throws UnpublishableException {
    return Recipients.all(readers)
        .orElseThrow(
            () ->
                new UnpublishableException(
                    "These can not all be readers of a private message: " + readers + "."));
  }

  /// How many plain letters more would have room in this, so that it takes no more than so many
  /// `characters` once sealed for so many; negative where it has too many.
  public static int room(JsonObject content, int recipients, int characters) {
    int most = Math.floorDiv(characters - SUFFIX.length(), 4) * 3;
    return most - PrivateBox.boxedBytes(JsonWriter.compact(content).length, recipients);
  }
}
