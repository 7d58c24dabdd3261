package org.tidings.ui.workspace;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Lets somebody write a private message.
public final class Sealing {
  private Sealing() {}

  /// `author` writes to these and themselves.
  public static Message write(SomeFeed author, String text, FeedId... readers) {
    return write(author, Post.root(text), readers);
  }

  public static Message write(SomeFeed author, Post post, FeedId... readers) {
    return author.writeSealed(sealed(author, post, readers));
  }

  /// The same as if at that time, in epoch milliseconds.
  public static Message writeAt(double timestamp, SomeFeed author, Post post, FeedId... readers) {
    return author.writeSealed(sealed(author, post, readers), timestamp);
  }

  private static String sealed(SomeFeed author, Post post, FeedId... readers) {
    List<FeedId> all = new ArrayList<>(Arrays.asList(readers));
    all.add(author.id());
    byte[] plain = JsonWriter.compact(Recipients.put(post.toJson(), all));
    try {
      byte[] boxed =
          PrivateBox.seal(plain, all.stream().map(FeedId::key).toList(), new SecureRandom());
      return Base64.getEncoder().encodeToString(boxed) + ".box";
    } catch (RecipientException refused) {
      throw new IllegalArgumentException(refused);
    }
  }
}
