package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.replication.CuttingRelay;
import org.tidings.replication.TestPeer;

/// A visit ends when there is nothing more to come, and not before there can be.
@Timeout(60)
class VisitTest {
  /// Far less than anything takes on that line.
  private static final Duration QUIET = Duration.ofMillis(100);

  private static final int KB_PER_SECOND = 10;

  @TempDir private Path temp;

  @Test
  void onASlowLineAllComes() throws Exception {
    DataFolder folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
    Start start = new Start(NetworkKey.MAIN, new Start.Reach.OneCall(), Bounds.USUAL);
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"));
        CuttingRelay line = new CuttingRelay(friend.address(), KB_PER_SECOND);
        Access.Owned here = (Access.Owned) Access.to(folder, start)) {
      friend.feeds().publisher().publish(Post.root("hello").toJson());
      Owner owner = here.owner();
      owner.node().publish(Contact.follow(friend.id()).toJson());
      Visit visit = new Visit(owner, friend.id(), QUIET);
      owner.node().connect(line.address());
      visit.untilQuiet();

      assertThat(visit.received()).isEqualTo(1);
    }
  }
}
