package org.tidings.ui.common;

import java.util.Locale;
import java.util.Optional;

/// What a person chose to read the window in.
public enum Language {
  /// As the desktop says; English where we have no words in its language.
  SYSTEM(""),
  ENGLISH("en"),
  GERMAN("de"),
  SPANISH("es"),
  FRENCH("fr"),
  PORTUGUESE("pt"),
  ARABIC("ar"),
  CHINESE("zh");

  private static final Locale DESKTOP = Locale.getDefault();

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// Its name in itself, so that whoever reads it finds it; none of [#SYSTEM].
  public Optional<String> ownName() {
    Locale itself = Locale.of(code);
    return code.isEmpty() ? Optional.empty() : Optional.of(itself.getDisplayLanguage(itself));
  }

  /// With the desktop's country where the language is the desktop's, for its numbers and dates.
  Locale locale() {
    boolean desktops = code.isEmpty() || code.equals(DESKTOP.getLanguage());
    return desktops ? DESKTOP : Locale.of(code);
  }
}
