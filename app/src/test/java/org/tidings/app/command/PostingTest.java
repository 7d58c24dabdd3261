package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;

/// Whether something was published although nobody answered.
class PostingTest {
  private static final JsonObject POST =
      JsonObject.builder().put("type", "post").put("text", "once").build();

  @TempDir private Path temp;
  private Access access;

  @BeforeEach
  void open() throws Exception {
    DataFolder folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
    access =
        Access.to(folder, new Start(NetworkKey.MAIN, new Start.Reach.Offline(false), Bounds.USUAL));
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void whatCameIntoTheLogMeanwhileIsFound() throws Exception {
    long before = System.currentTimeMillis();
    MessageId key = access.node().publish(POST);

    assertThat(Posting.find(access, POST, before)).hasValue(key);
  }

  @Test
  void theSameWordsFromEarlierAreSomethingElse() throws Exception {
    access.node().publish(POST);

    assertThat(Posting.find(access, POST, System.currentTimeMillis() + 1)).isEmpty();
  }

  @Test
  void otherWordsAreSomethingElse() throws Exception {
    long before = System.currentTimeMillis();
    access.node().publish(POST.with("text", Json.of("twice")));

    assertThat(Posting.find(access, POST, before)).isEmpty();
  }
}
