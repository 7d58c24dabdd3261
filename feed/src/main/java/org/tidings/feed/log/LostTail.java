package org.tidings.feed.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.StoredWire;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;

/// The messages of our own feed behind its sound head, given up once it is certain that nobody else
/// has them: a feed that goes on from its sound head cannot fork then. Confined to the thread
/// `feed-writer`.
public final class LostTail {

  private static final String NAME = "own-posts.damaged-";

  private static final String ROWS =
      "SELECT o.content, "
          + StoredWire.COLUMNS
          + " FROM messages m LEFT JOIN opened o ON m.type = '' AND o.arrival = m.arrival"
          + " WHERE m.feed = ? AND m.sequence > ? ORDER BY m.sequence";

  private final FeedLog log;
  private final Appender appender;
  private final Path folder;
  private final InstantSource clock;

  /// @param folder where what is left of them is kept
  public LostTail(FeedLog log, Appender appender, Path folder, InstantSource clock) {
    this.log = log;
    this.appender = appender;
    this.folder = folder;
    this.clock = clock;
  }

  /// What is left of a message: its bytes, what it said in private, and the post it was.
  private record Left(String wire, String opened, Optional<Post> post) {}

  /// Saves what is left of them aside, then cuts them off and makes drafts of texts that can be
  /// read: all of that in one transaction, or nothing.
  CutTail cutOff(FeedId self) {
    return appender.transaction(
        Durability.FULL,
        tx -> {
          List<Left> tail = tail(tx, self);
          Path file = keep(tail);
          List<Post> posts = tail.stream().flatMap(left -> left.post.stream()).toList();
          posts.forEach(post -> Drafts.add(tx, placeOf(post), post.text(), clock.millis()));
          appender.giveUpTail(tx, self);
          return new CutTail(tail.size(), posts.size(), String.valueOf(file.getFileName()));
        });
  }

  private List<Left> tail(Tx tx, FeedId self) {
    long sound = log.headSequence(self);
    return tx.list(
        ROWS,
        row -> new Left(text(StoredWire.of(row, 2)), text(row.bytes(1)), post(row.bytes(2))),
        log.numbers.numberOf(tx, self),
        sound);
  }

  /// A letter for each byte, so that no damaged one is lost.
  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /// What was private never becomes a draft: it might be posted in the open.
  private static Optional<Post> post(byte[] stored) {
    try {
      return ContentParser.parse(StoredForm.content(stored)) instanceof Post post
              && !post.text().isBlank()
          ? Optional.of(post)
          : Optional.empty();
    } catch (JsonException damaged) {
      return Optional.empty();
    }
  }

  /// Where the window writes such a post.
  private static String placeOf(Post post) {
    return post.place().root().map(root -> "thread:" + root).orElse("post");
  }

  /// One line for each message, and one for what it said in private.
  private Path keep(List<Left> tail) {
    StringBuilder lines = new StringBuilder();
    tail.forEach(left -> lines.append(left.wire).append('\n').append(left.opened).append('\n'));
    int number = 1;
    while (Files.exists(folder.resolve(NAME + number))) {
      number++;
    }
    Path file = folder.resolve(NAME + number);
    try {
      DurableFile.replace(file, lines.toString().getBytes(ISO_8859_1));
    } catch (IOException failure) {
      throw new StoreException(Kind.FAILED, "The file " + file + " cannot be written.", failure);
    }
    return file;
  }
}
