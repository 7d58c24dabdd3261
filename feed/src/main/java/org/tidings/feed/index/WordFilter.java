package org.tidings.feed.index;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Words;

/// Finds the words that the person would rather not come across. Immutable.
final class WordFilter {

  private final List<Phrase> hidden;

  /// Words that follow each other.
  private record Phrase(String typed, List<String> words) {
    Phrase(String typed) {
      this(typed, WordFilter.words(typed));
    }
  }

  private WordFilter(List<Phrase> hidden) {
    this.hidden = hidden;
  }

  /// The one that counts in this transaction.
  static WordFilter read(Tx tx) {
    return new WordFilter(
        tx.list("SELECT word FROM hidden_words ORDER BY folded", row -> new Phrase(row.text(1))));
  }

  /// The first hidden word that stands in a post, as it was typed when it was hidden.
  Optional<String> in(Post post) {
    if (hidden.isEmpty()) {
      return Optional.empty();
    }
    List<String> words =
        words(
            String.join(
                "\n", post.text(), post.contentWarning().orElse(""), post.channel().orElse("")));
    return hidden.stream()
        .filter(phrase -> Collections.indexOfSubList(words, phrase.words) >= 0)
        .map(Phrase::typed)
        .findFirst();
  }

  private static List<String> words(String text) {
    return Words.of(text).stream().map(Words.Word::folded).toList();
  }
}
