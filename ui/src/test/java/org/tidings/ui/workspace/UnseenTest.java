package org.tidings.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.local.Strangers;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.Routes;

class UnseenTest {
  private final FakeScreen screen = new FakeScreen();
  private final FeedId mara = SomeFeed.of("Mara").id();
  private TestWorkspace test;
  private Unseen unseen;

  @BeforeEach
  void beCalledByTwo(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    strangers().called(mara, 1);
    strangers().called(SomeFeed.of("Jonas").id(), 2);
    unseen = new Unseen(test.workspace());
  }

  @AfterEach
  void close() {
    unseen.close();
    test.close();
  }

  private Strangers strangers() {
    return test.workspace().feeds().strangers();
  }

  private int requests() {
    return unseen.requestsProperty().get();
  }

  @Test
  void strangersWhoCalledAreCountedUntilTheyAreAnswered() throws PublishRefused {
    screen.until(() -> requests() == 2);
    test.workspace().feeds().publisher().publish(Contact.follow(mara).toJson());
    screen.until(() -> requests() == 1);
  }

  @Test
  void whoIsIgnoredIsNotCountedAnyMore() {
    screen.until(() -> requests() == 2);
    strangers().ignore(mara);
    unseen.recount();
    screen.until(() -> requests() == 1);
  }

  @Test
  void whoeverLetsOnlyPeopleInReachConnectHearsOfNobody() {
    screen.until(() -> requests() == 2);
    test.workspace().replication().reachBy(Routes.DIRECT.onlyInReach(true));
    unseen.recount();
    screen.until(() -> requests() == 0);
    assertThat(strangers().waiting()).hasSize(2);
  }
}
