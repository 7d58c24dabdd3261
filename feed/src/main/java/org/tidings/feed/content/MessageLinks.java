package org.tidings.feed.content;

import java.util.HashSet;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.MessageId;

/// Finds the messages a content names, at whatever depth and in whatever field. Stateless,
/// thread-safe. Protocol 10.6.
public final class MessageLinks {

  private MessageLinks() {}

  /// Each message once; ids within a longer text are none.
  public static Set<MessageId> in(Json content) {
    Set<MessageId> found = new HashSet<>();
    Links.eachText(
        content,
        text -> {
          if (text.startsWith("%") || text.startsWith("ssb:")) {
            Links.message(Json.of(text)).ifPresent(found::add);
          }
        });
    return found;
  }
}
