package org.tidings.feed.index;

import java.util.Collection;
import java.util.HexFormat;
import org.tidings.feed.ref.MessageId;

/// Several ids as one argument of a query: a list in JSON, in hexadecimal. Stateless.
final class HexIds {

  private static final HexFormat HEX = HexFormat.of();

  private HexIds() {}

  /// For `json_each`, whose values `unhex` makes ids again.
  static String json(Collection<MessageId> ids) {
    StringBuilder json = new StringBuilder("[");
    for (MessageId id : ids) {
      json.append(json.length() > 1 ? ",\"" : "\"");
      HEX.formatHex(json, id.bytes());
      json.append('"');
    }
    return json.append(']').toString();
  }
}
