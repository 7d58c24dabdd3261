package org.tidings.feed.ref;

import java.util.Optional;

/// An `ssb:` URI. Protocol 1.4.
public record SsbUri(String type, String format, String data) {
  /// Reads the URI in any of its three spellings: `ssb:a/b/c`, `ssb:a:b:c`, `ssb://a/b/c`.
  public static Optional<SsbUri> parse(String text) {
    return Optional.empty();
  }

  /// The canonical URI of an id.
  public static SsbUri of(Ref ref) {
    return new SsbUri("", "", ref.toString());
  }

  /// What it points to, if that is a classic feed, message or blob.
  public Optional<Ref> ref() {
    return Optional.empty();
  }
}
