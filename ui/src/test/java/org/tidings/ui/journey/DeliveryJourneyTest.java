package org.tidings.ui.journey;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.TestPeer;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody wants to know whether their post has arrived.
@Tag("journey")
class DeliveryJourneyTest {
  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void postSomething() throws IOException, PublishRefused {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
    test.workspace().feeds().publisher().publish(Post.root("Low water is at six.").toJson());
    window = new OpenWindow(test);
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void aPostIsHereOnlyUntilAFriendSaysThatTheyHaveIt() throws IOException, PublishRefused {
    window.click("now");
    window.reads("On this device only");
    try (TestPeer mara = mara()) {
      mara.feeds().publisher().publish(About.name(mara.id(), "Mara Lindqvist").toJson());
      mara.feeds().publisher().publish(Contact.follow(test.workspace().self()).toJson());
      test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
      mara.connect(test.workspace().replication().address());
      window.reads("Sent to 1 device");
      window.click("Sent to 1 device");
      window.reads("Mara Lindqvist, Sent, not confirmed yet");
      window.reads("A copy last left this device on");
    }
    try (TestPeer mara = mara()) {
      mara.connect(test.workspace().replication().address());
      window.reads("With 1 friend");
      window.reads("Mara Lindqvist, Has it");
    }
  }

  private TestPeer mara() throws IOException {
    return TestPeer.start(folder.resolve("they"));
  }
}
