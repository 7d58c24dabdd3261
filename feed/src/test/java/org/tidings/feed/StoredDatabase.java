package org.tidings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.local.Invites;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.local.PeerRecord.History;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.store.Database;

/// Makes the database that every later version of the program must still be able to open. Run once
/// for each version of the schema, with the path of the resource to write; the result is kept.
public final class StoredDatabase {

  static final KeyPair OWNER = SomeKeys.of("owner of an older database");

  static final Invites.Invite INVITE = new Invites.Invite(3, "from the workshop");

  private StoredDatabase() {}

  /// Writes the database as this version of the program makes it.
  ///
  /// @param arguments the file to write, gzipped
  public static void main(String[] arguments) throws IOException, PublishRefused {
    Path folder = Files.createTempDirectory("stored-database");
    try (TempFeeds temp = TempFeeds.of(OWNER, folder)) {
      fill(temp);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      Files.copy(folder.resolve("data").resolve(Database.FILE), out);
    }
  }

  private static void fill(TempFeeds temp) throws PublishRefused {
    SomeFeed ann = SomeFeed.of("ann");
    Feeds feeds = temp.feeds();
    ann.name(ann.id(), "Ann");
    Message root = ann.post("Is anybody here…?");
    temp.ingest(ann.values(), TempFeeds.IMPORT);
    feeds.publisher().publish(Contact.follow(ann.id()).toJson());
    feeds.publisher().publish(Post.reply("I am.", root.id(), List.of(root.id())).toJson());
    feeds.gate().release(new Sequence(2));
    feeds.drafts().save("new post", "half a thought");
    feeds.readMarks().seen(root.id(), 2);
    feeds
        .peerMemory()
        .save(
            new PeerRecord(ann.id(), "net:ann:8008", "lan", true, new History(1, Optional.of(5L))));
    feeds.peerMemory().saveClock(ann.id(), Map.of(ann.id(), 4L));
    feeds.hiddenWords().add("politics");
    feeds.invites().add(ann.id(), INVITE);
  }
}
