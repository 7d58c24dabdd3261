package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A text as it is written at one moment, and how it would be posted: as one post, or as several
/// that follow each other. Immutable.
///
/// @param place where it stands among threads
/// @param destination for whom it is
/// @param head the newest message of ours
/// @param nowMs when, epoch milliseconds
record Manuscript(
    Words words,
    Place place,
    Destination destination,
    FeedId self,
    Optional<Head> head,
    double nowMs) {
  /// More posts are no thread but a book.
  static final int MOST_POSTS = 20;

  /// Numbers of messages may have a digit more by then, and the first message of all names none
  /// before it.
  private static final int SPARE = 64;

  private static final MessageId SOME = MessageId.of(new byte[32]);
  private static final Place FOLLOWING = Place.after(SOME, List.of(SOME));

  /// All of it as one post, however long.
  Post post() {
    String text = WholeText.of(words);
    // Beyond the limit nothing is counted exactly, and a pasted book is not searched.
    List<Mention> mentions =
        text.length() > MessageCodec.MAX_UNITS
            ? List.of()
            : WholeText.mentions(text, words.attachments());
    return new Post(text, place, mentions, Optional.empty(), warning());
  }

  /// How many characters more one post could hold; negative when it is too long.
  int room() {
    return room(post());
  }

  /// The posts of a thread of it, in order, of which the outbox puts each after the one before it;
  /// nothing where it would be too many. Takes a while for long texts.
  List<Post> thread() {
    String text = WholeText.of(words);
    List<String> pieces =
        Pieces.of(
            text,
            MOST_POSTS,
            (number, piece) -> room(piece(piece, number == 0 ? place : FOLLOWING)) >= SPARE);
    List<Post> posts = new ArrayList<>();
    for (String piece : pieces) {
      posts.add(piece(piece, posts.isEmpty() ? place : Place.ROOT));
    }
    return posts;
  }

  private Post piece(String text, Place at) {
    List<Mention> mentions = WholeText.mentions(text, words.attachments());
    return new Post(text, at, mentions, Optional.empty(), warning());
  }

  private Optional<String> warning() {
    return Optional.of(words.warning().strip()).filter(warning -> !warning.isEmpty());
  }

  private int room(Post post) {
    return letter(List.of(post)).room(self, head, nowMs);
  }

  /// It on its way out: as a thread, where one post cannot hold it.
  Letter letter() {
    List<Post> posts = room() < 0 ? thread() : List.of();
    return letter(posts.isEmpty() ? List.of(post()) : posts);
  }

  private Letter letter(List<Post> posts) {
    return Letter.of(posts, destination, self);
  }
}
