package org.tidings.ui.common;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The forms words take beside a count, as Unicode's CLDR names them and for the languages of the
/// window only (`plurals.xml`, whole numbers). An entry of the bundle in one of these forms ends in
/// its name in lower case. `ZERO` is special: any language may have words for none at all, and uses
/// them for exactly 0.
enum PluralForm {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  /// The form of `count` things in the language of `locale`.
  static PluralForm of(long count, Locale locale) {
    return switch (locale.getLanguage()) {
      case "ar" -> arabic(count);
      case "fr", "pt" -> count <= 1 ? ONE : OTHER;
      case "zh" -> OTHER;
      default -> count == 1 ? ONE : OTHER;
    };
  }

  /// The forms a text that depends on a count needs in the language of `locale`.
  static Set<PluralForm> needed(Locale locale) {
    return switch (locale.getLanguage()) {
      case "ar" -> EnumSet.allOf(PluralForm.class);
      case "zh" -> EnumSet.of(OTHER);
      default -> EnumSet.of(ONE, OTHER);
    };
  }

  private static PluralForm arabic(long count) {
    if (count <= 2) {
      return count == 0 ? ZERO : count == 1 ? ONE : TWO;
    }
    long rest = count % 100;
    if (rest >= 3 && rest <= 10) {
      return FEW;
    }
    return rest >= 11 ? MANY : OTHER;
  }

  /// The key of this form of the entry `key`.
  String of(String key) {
    return key + "." + name().toLowerCase(Locale.ROOT);
  }
}
