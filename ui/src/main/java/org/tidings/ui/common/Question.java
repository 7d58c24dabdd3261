package org.tidings.ui.common;

/// Something to decide before it is done.
///
/// @param title what it is about, in a few words
/// @param text what will happen, for people
/// @param action the words on the button that does it
/// @param danger whether it is hard to take back
/// @param run does it; called on the screen thread
public record Question(String title, String text, String action, boolean danger, Runnable run) {

  /// From the bundle: `key.title`, `key.text` with its places filled by `values`, `key.action`.
  public static Question of(String key, boolean danger, Runnable run, Object... values) {
    return new Question(
        Texts.of(key + ".title"),
        Texts.of(key + ".text", values),
        Texts.of(key + ".action"),
        danger,
        run);
  }
}
