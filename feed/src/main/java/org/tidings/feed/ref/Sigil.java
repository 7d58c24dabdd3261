package org.tidings.feed.ref;

import java.util.Optional;

/// The kinds of things a reference can point to, each with its first character.
public enum Sigil {
  /// `@…=.ed25519`
  FEED('@', ".ed25519"),
  /// `%…=.sha256`
  MESSAGE('%', ".sha256"),
  /// `&…=.sha256`
  BLOB('&', ".sha256");

  private static final String HISTORIC_FEED_SUFFIX = ".sha256";

  private final char character;
  private final String suffix;

  Sigil(char character, String suffix) {
    this.character = character;
    this.suffix = suffix;
  }

  /// The first character of every id of this kind.
  public char character() {
    return character;
  }

  /// What follows the base64 part, with its dot.
  public String suffix() {
    return suffix;
  }

  /// Which kind of id `text` is, by the rule every peer uses to recognise one. Feed ids with the
  /// historic suffix `.sha256` are recognised too, although [FeedId#parse] does not take them: no
  /// signature can be checked with them. Protocol 1.3.
  public static Optional<Sigil> of(String text) {
    for (Sigil sigil : values()) {
      if (Base64Id.decode(text, sigil.character, sigil.suffix) != null) {
        return Optional.of(sigil);
      }
    }
    boolean historic = Base64Id.decode(text, FEED.character, HISTORIC_FEED_SUFFIX) != null;
    return historic ? Optional.of(FEED) : Optional.empty();
  }
}
