package org.tidings.feed.channel;

import java.util.ArrayList;
import java.util.List;

/// The places in the name of a channel at which somebody may begin to type it: its beginning, and
/// each part after `-` or `_`, which count as one. Stateless.
final class ChannelWords {

  private ChannelWords() {}

  /// From each of these places to the end of the name.
  static List<String> of(String name) {
    String all = beginning(name);
    List<String> words = new ArrayList<>(List.of(all));
    for (int at = all.indexOf('-'); at >= 0; at = all.indexOf('-', at + 1)) {
      words.add(all.substring(at + 1));
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /// What is typed of a name, in the form in which [#of] begins.
  static String beginning(String typed) {
    return typed.replace('_', '-');
  }
}
