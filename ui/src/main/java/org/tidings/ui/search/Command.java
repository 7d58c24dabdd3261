package org.tidings.ui.search;

import java.util.Arrays;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.text.Folding;

/// Something the window can do, wherever one is.
///
/// @param name in a few words
/// @param keys what does it from the keyboard; empty for nothing
/// @param run does it; called on the screen thread
public record Command(String name, String keys, Feather icon, Runnable run) {

  /// Whether each word that was typed begins a word of the name.
  boolean isMeant(String typed) {
    String[] words = Folding.fold(name).split("[^\\p{L}\\p{N}]+", -1);
    return Arrays.stream(Folding.fold(typed).toLowerCase(Locale.ROOT).split("\\s+", -1))
        .allMatch(begun -> Arrays.stream(words).anyMatch(word -> word.startsWith(begun)));
  }
}
