package org.tidings.replication.room;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.NetAddress;

/// What a room says of somebody who goes by a name there.
public final class SomeAlias {
  private SomeAlias() {}

  /// What their page says in JSON.
  public static JsonObject answer(String name, KeyPair owner, NetAddress room) {
    FeedId user = FeedId.of(owner.publicKey());
    return JsonObject.builder()
        .put("multiserverAddress", room.toString())
        .put("roomId", room.id().toString())
        .put("userId", user.toString())
        .put("alias", name)
        .put("signature", SignedText.alias(room.id(), user, name).signedBy(owner))
        .build();
  }

  /// The link on their page, with all that rooms put into it.
  public static String link(String name, KeyPair owner, NetAddress room) {
    JsonObject answer = answer(name, owner, room);
    return answer.keys().stream()
        .map(key -> key + "=" + encoded(answer.string(key).orElseThrow()))
        .collect(Collectors.joining("&", "ssb:experimental?action=consume-alias&", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
