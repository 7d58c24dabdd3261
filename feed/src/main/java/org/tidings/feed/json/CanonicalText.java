package org.tidings.feed.json;

import java.util.Arrays;

/// Sets compact JSON out as it is signed, byte by byte: what [JsonWriter#canonical] writes of a
/// value follows so from what [JsonWriter#compact] writes of it, and no value has to be made. It
/// only ever adds white space, so that different bytes give different texts. Confined to one
/// thread.
public final class CanonicalText {
  private static final int INDENT = 2;

  private final byte[] compact;
  private byte[] text;
  private int length;
  private int indent;

  private CanonicalText(byte[] compact) {
    this.compact = compact;
    this.text = new byte[compact.length + compact.length / 2 + 64];
  }

  /// The text of a value of which `compact` is what [JsonWriter#compact] wrote; of other bytes some
  /// other text.
  ///
  /// @throws JsonException when the brackets of these bytes do not match, or are too many
  public static CanonicalText of(byte[] compact) throws JsonException {
    CanonicalText canonical = new CanonicalText(compact);
    canonical.write();
    return canonical;
  }

  /// The text in UTF-8, and room behind it. Not a copy: every message passes here.
  public byte[] bytes() {
    return text;
  }

  /// How many bytes the text has.
  public int length() {
    return length;
  }

  private void write() throws JsonException {
    int at = 0;
    while (at < compact.length) {
      byte b = compact[at];
      int end = at + 1;
      switch (b) {
        case '"' -> {
          end = endOfString(at + 1);
          put(at, end);
        }
        case '{', '[' -> {
          boolean isEmpty = end < compact.length && compact[end] == b + 2;
          end += isEmpty ? 1 : 0;
          put(at, end);
          if (!isEmpty) {
            newLine(indent + INDENT);
          }
        }
        case '}', ']' -> {
          newLine(indent - INDENT);
          put(at, end);
        }
        case ',' -> {
          put(at, end);
          newLine(indent);
        }
        case ':' -> {
          put(at, end);
          text[length++] = ' ';
        }
        default -> put(at, end);
      }
      at = end;
    }
  }

  private int endOfString(int start) {
    int at = start;
    while (at < compact.length && compact[at] != '"') {
      at += compact[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, compact.length);
  }

  /// Leaves room for one byte more.
  private void put(int from, int to) {
    reserve(to - from + 1);
    System.arraycopy(compact, from, text, length, to - from);
    length += to - from;
  }

  private void newLine(int deep) throws JsonException {
    if (deep < 0 || deep > Json.MAX_DEPTH * INDENT) {
      throw new JsonException("brackets that do not match, or nested too deeply");
    }
    indent = deep;
    reserve(1 + deep);
    text[length] = '\n';
    Arrays.fill(text, length + 1, length + 1 + deep, (byte) ' ');
    length += 1 + deep;
  }

  private void reserve(int more) {
    if (text.length - length < more) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
    }
  }
}
