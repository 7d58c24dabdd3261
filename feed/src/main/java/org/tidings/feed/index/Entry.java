package org.tidings.feed.index;

import org.tidings.feed.content.Content;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;

/// A message on its way into the log, as the indexes see it.
///
/// @param arrival its number in the order of arrival
/// @param placement when it came, and where that puts it
/// @param feed the number of its author
/// @param meaning what it says
public record Entry(long arrival, Placement placement, int feed, Message message, Meaning meaning) {

  public Content content() {
    return meaning.content();
  }

  public boolean isPrivate() {
    return meaning.isPrivate();
  }

  /// When it came, epoch milliseconds.
  public long receivedMs() {
    return placement.receivedMs();
  }

  /// The time the message is placed by in a timeline, epoch milliseconds.
  public long shownMs() {
    return placement.shownMs();
  }

  /// The same message, once it has been decrypted.
  public Entry decrypted(JsonObject json) {
    return new Entry(arrival, placement, feed, message, Meaning.decrypted(json));
  }
}
