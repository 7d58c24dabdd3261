package org.tidings.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Content;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

/// Home of somebody who follows Mara.
abstract class OpenHome {
  static final int PAGE = 20;

  final FakeScreen screen = new FakeScreen();
  final SomeFeed mara = SomeFeed.of("Mara");
  TestWorkspace test;
  boolean atBeginning = true;

  @BeforeEach
  void followMara(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    publish(Contact.follow(mara.id()));
  }

  @AfterEach
  void close() {
    test.close();
  }

  void posts(int count) {
    for (int i = 0; i < count; i++) {
      mara.post("post " + i);
    }
    test.receive(mara);
  }

  HomeViewModel open() {
    HomeViewModel home =
        new HomeViewModel(test.workspace(), TimelineFilter.FOLLOWING, () -> atBeginning);
    test.closeFirst(home::close);
    screen.until(() -> home.loadedProperty().get());
    return home;
  }

  static List<MessageId> roots(HomeViewModel home) {
    return home.threads().stream().map(ThreadSummary::root).toList();
  }

  static Set<FeedId> authors(HomeViewModel home) {
    return home.threads().stream()
        .map(thread -> thread.opening().orElseThrow().by().id())
        .collect(Collectors.toSet());
  }

  Message publish(Content.Publishable content) throws PublishRefused {
    return test.workspace().feeds().publisher().publish(content.toJson());
  }
}
