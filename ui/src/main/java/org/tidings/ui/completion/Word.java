package org.tidings.ui.completion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.ui.writing.Caret;

/// A word under way that something is offered for: a sign, and the beginning of a name.
///
/// @param line where it stands, from 0
/// @param start where its sign stands in that line
/// @param beginning what stands between the sign and the caret
record Word(Kind kind, int line, int start, String beginning) {
  /// More is no name any more.
  private static final int LONGEST = 80;

  /// What is offered. Signs as Chinese and Japanese keyboards write them count too.
  enum Kind {
    /// Not within an address of e-mail, and not in a link that somebody writes by hand. Of names
    /// with spaces, three words.
    PERSON(
        "(?<![A-Za-z0-9._%+/-])(?<!\\[)(?<!\\]\\()[@\uff20]"
            + "((?:[^\\s@#:()\\[\\]{}<>`]+(?: [^\\s@#:()\\[\\]{}<>`]+){0,2} ?)?)$"),
    /// As posts name channels; protocol 10.8.
    CHANNEL("(?<!\\S)[#\uff03]([^\\s,.()\\[\\]\"?!<>'`^#]*)$"),
    /// One letter after a colon is a smile drawn by hand, and a colon that follows a word is most
    /// often one of the sentence: where no spaces are written, only a name that all programs know
    /// may stand right behind it.
    EMOJI(
        "(?:(?<![A-Za-z0-9:/])[:\uff1a](?=[A-Za-z0-9_+-]*$)|(?<![\\p{L}\\p{N}:/])[:\uff1a])"
            + "([\\p{L}\\p{M}\\p{N}_+-]{2,}|\\p{IsHan})$");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /// The word before the caret, if something is offered for it; nothing is within code.
  static Optional<Word> at(Caret caret) {
    String before = caret.before();
    int from = Math.max(0, before.length() - LONGEST);
    return Arrays.stream(Kind.values())
        .flatMap(kind -> find(kind, caret, from).stream())
        .max(Comparator.comparingInt(Word::start))
        .filter(
            word -> before.substring(0, word.start).chars().filter(c -> c == '`').count() % 2 == 0);
  }

  /// All before the caret as the beginning of somebody's name, or their id.
  static Optional<Word> person(Caret caret) {
    return Optional.of(caret.before().strip())
        .filter(name -> !name.isEmpty())
        .map(name -> new Word(Kind.PERSON, caret.line(), -1, name));
  }

  private static Optional<Word> find(Kind kind, Caret caret, int from) {
    Matcher found = kind.pattern.matcher(caret.before());
    found.region(from, caret.before().length()).useTransparentBounds(true);
    return found.find()
        ? Optional.of(new Word(kind, caret.line(), found.start(), found.group(1)))
        : Optional.empty();
  }

  /// How many characters it has by now, sign and all.
  int length() {
    return 1 + beginning.length();
  }

  /// Whether it is the other one, typed on.
  boolean isSameAs(Word other) {
    return kind == other.kind && line == other.line && start == other.start;
  }
}
