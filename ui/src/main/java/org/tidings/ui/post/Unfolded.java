package org.tidings.ui.post;

import java.util.HashSet;
import java.util.Set;
import org.tidings.feed.ref.MessageId;

/// What a person has unfolded of the posts on a screen: it stays so when rows are drawn anew, as
/// they are when somebody likes a post. Confined to the JavaFX thread.
public final class Unfolded {
  private final Set<Piece> pieces = new HashSet<>();

  /// What can be folded of a post.
  public enum Part {
    /// All of it, as its author is muted.
    MUTED,
    /// All of it, for a word in it.
    HIDDEN,
    /// Its text, behind a content warning.
    WARNED,
    /// The rest of a long text.
    REST
  }

  private record Piece(MessageId post, Part part) {}

  public boolean contains(MessageId post, Part part) {
    return pieces.contains(new Piece(post, part));
  }

  public void add(MessageId post, Part part) {
    pieces.add(new Piece(post, part));
  }
}
