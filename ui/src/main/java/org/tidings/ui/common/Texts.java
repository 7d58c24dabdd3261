package org.tidings.ui.common;

import java.text.ListFormat;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window, from its bundle in the person's language. Thread-safe.
///
/// A text that depends on a count has no entry of its own but one for each [PluralForm] its
/// language has: `home.newer.one`, `home.newer.other`. The count is then the first of its values.
public final class Texts {
  private static final String BUNDLE = "org.tidings.ui.texts";

  private static volatile ResourceBundle words = ResourceBundle.getBundle(BUNDLE);

  private Texts() {}

  /// From now on all words are those of `language`, those of JavaFX's own controls too. What is on
  /// the screen already stays as it is.
  public static void speak(Language language) {
    Locale.setDefault(Locale.Category.DISPLAY, language.locale());
    Locale.setDefault(Locale.Category.FORMAT, language.locale());
    words = ResourceBundle.getBundle(BUNDLE, language.locale());
  }

  /// Whether the language is read from right to left.
  public static boolean rightToLeft() {
    return "ar".equals(language());
  }

  /// The code of the language.
  public static String language() {
    return words.getLocale().getLanguage();
  }

  /// The text of `key`, as it stands.
  public static String of(String key) {
    return words.getString(key);
  }

  /// The text of `key` with its places filled, numbers in the form of the language.
  public static String of(String key, Object... values) {
    ResourceBundle now = words;
    Locale numbers = Locale.getDefault(Locale.Category.FORMAT);
    return new MessageFormat(now.getString(form(now, key, values)), numbers).format(values);
  }

  /// The text of `key` for a count that ended there although there are more.
  public static String atLeast(String key, int count) {
    ResourceBundle now = words;
    return MessageFormat.format(now.getString(form(now, key, count)), of("count.atLeast", count));
  }

  /// Several as one: between them stands what the language puts between the parts of a list.
  ///
  /// @param several at least one
  public static String listed(List<String> several) {
    Locale language = Locale.getDefault(Locale.Category.FORMAT);
    return ListFormat.getInstance(language, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(several);
  }

  /// The same of the first of them, and how many others there are.
  ///
  /// @param most how many people are named at most
  public static String listed(List<String> people, int most) {
    List<String> named = new ArrayList<>(people.subList(0, Math.min(most, people.size())));
    if (people.size() > most) {
      named.add(of("people.others", people.size() - most));
    }
    return listed(named);
  }

  private static String form(ResourceBundle bundle, String key, Object... values) {
    if (bundle.containsKey(key) || !(values[0] instanceof Number count)) {
      return key;
    }
    String none = PluralForm.ZERO.of(key);
    return count.longValue() == 0 && bundle.containsKey(none)
        ? none
        : PluralForm.of(count.longValue(), bundle.getLocale()).of(key);
  }
}
