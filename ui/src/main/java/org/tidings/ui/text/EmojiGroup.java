package org.tidings.ui.text;

import java.util.Optional;

/// The groups in which people know emoji from keyboards, in their order.
public enum EmojiGroup {
  SMILEYS("😀"),
  PEOPLE("👋"),
  NATURE("🐵"),
  FOOD("🍇"),
  TRAVEL("🌍"),
  ACTIVITIES("🎃"),
  OBJECTS("👓"),
  SYMBOLS("🏧"),
  FLAGS("🏁");

  private final String first;

  EmojiGroup(String first) {
    this.first = first;
  }

  /// The first emoji of the group, which may stand for all of it.
  public String first() {
    return first;
  }

  /// The group that begins with `emoji`, if one does.
  static Optional<EmojiGroup> beginningWith(String emoji) {
    for (EmojiGroup group : values()) {
      if (group.first.equals(emoji)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }
}
