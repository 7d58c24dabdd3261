package org.tidings.ui.delivery;

import java.util.HashSet;
import java.util.Set;
import org.tidings.feed.local.Delivery;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;

/// How many are known to have a post, besides this device.
///
/// @param friends of those we follow
/// @param others who have it
/// @param sentTo to whom it was sent, but who have not said that they have it
public record Held(int friends, int others, int sentTo) {

  static Held of(Delivery delivery, Set<FeedId> followed) {
    Held held = of(delivery.holders(), followed);
    return new Held(held.friends, held.others, delivery.sentTo().size());
  }

  /// Of what others wrote.
  static Held of(Set<FeedId> holders, Set<FeedId> followed) {
    Set<FeedId> friends = new HashSet<>(holders);
    friends.retainAll(followed);
    return new Held(friends.size(), holders.size() - friends.size(), 0);
  }

  /// Whether it has not left this device, as far as is known.
  boolean isOnlyHere() {
    return friends == 0 && others == 0 && sentTo == 0;
  }

  /// In a few words, for people.
  String words() {
    if (friends > 0) {
      return Texts.of("delivery.friends", friends);
    }
    if (others > 0) {
      return Texts.of("delivery.others", others);
    }
    return sentTo > 0 ? Texts.of("delivery.sent", sentTo) : Texts.of("delivery.here");
  }
}
