package org.tidings.feed;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// Tests that each begin with a new identity in a new data folder, in which they store what others
/// have written. Confined to the test's thread.
public abstract class OnFreshFeeds {

  protected TempFeeds temp;
  protected Feeds feeds;

  @BeforeEach
  final void openFeeds(@TempDir Path folder) {
    temp = new TempFeeds(folder);
    feeds = temp.feeds();
  }

  @AfterEach
  final void closeFeeds() {
    temp.close();
  }

  /// Closes and opens again.
  protected void reopen() {
    feeds = temp.reopen();
  }

  /// Takes in what these have written so far.
  protected void store(SomeFeed... authors) {
    for (SomeFeed author : authors) {
      temp.ingest(author.values(), TempFeeds.IMPORT);
    }
  }

  protected void follow(FeedId feed) throws PublishRefused {
    feeds.publisher().publish(Contact.follow(feed).toJson());
  }

  protected void block(FeedId feed) throws PublishRefused {
    feeds.publisher().publish(Contact.block(feed).toJson());
  }
}
