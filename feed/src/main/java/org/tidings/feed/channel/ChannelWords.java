package org.tidings.feed.channel;

import java.util.ArrayList;
import java.util.List;

/// The places in the name of a channel at which somebody may begin to type it: its beginning, and
/// the first parts after `-` or `_`, which count as one. Stateless.
final class ChannelWords {

  /// More than names have that mean something. Each is a row, and one post may open hundreds of
  /// channels with nothing in their names but parts.
  private static final int MOST = 4;

  private ChannelWords() {}

  /// From each of these places to the end of the name.
  static List<String> of(String name) {
    String all = beginning(name);
    List<String> words = new ArrayList<>(List.of(all));
    int at = all.indexOf('-');
    while (at >= 0 && words.size() < MOST) {
      words.add(all.substring(at + 1));
      at = all.indexOf('-', at + 1);
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /// What is typed of a name, in the form in which [#of] begins.
  static String beginning(String typed) {
    return typed.replace('_', '-');
  }
}
