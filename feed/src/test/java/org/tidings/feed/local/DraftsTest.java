package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.TempFeeds;

class DraftsTest {

  @TempDir Path folder;

  @Test
  void aDraftSurvivesARestartAndGoesWhenItIsEmptied() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().drafts().save("new post", "Dear all");
      temp.feeds().drafts().save("thread", "I agree");
      temp.feeds().drafts().save("new post", "Dear all,\n");
      temp.reopen();
      assertThat(temp.feeds().drafts().load("new post")).contains("Dear all,\n");
      temp.feeds().drafts().save("new post", "");
      assertThat(temp.feeds().drafts().load("new post")).isEmpty();
      assertThat(temp.feeds().drafts().load("thread")).contains("I agree");
    }
  }
}
