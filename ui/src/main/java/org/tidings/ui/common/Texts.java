package org.tidings.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window, from its bundle in the person's language. Thread-safe.
public final class Texts {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.tidings.ui.texts");

  private Texts() {}

  /// The text of `key`, as it stands.
  public static String of(String key) {
    return BUNDLE.getString(key);
  }

  /// The text of `key` with its places filled, numbers in the person's own form.
  public static String of(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
  }
}
