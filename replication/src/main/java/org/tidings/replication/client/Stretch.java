package org.tidings.replication.client;

import java.util.List;
import org.tidings.feed.log.StoredMessage;

/// Messages in the order of their keys, which are whole numbers.
interface Stretch {
  /// The key after the newest there is now.
  long end();

  /// At most `limit` messages from the key `from` on and before `to`, upwards.
  List<StoredMessage> up(long from, long to, int limit);

  /// At most `limit` messages from the key `from` on and before `to`, downwards from `to`.
  List<StoredMessage> down(long from, long to, int limit);

  /// The key of one of them.
  long key(StoredMessage message);

  /// Whether a message that comes in later belongs to them.
  boolean takes(StoredMessage message);
}
