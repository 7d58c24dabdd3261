package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;

/// A machine that is set up for Egypt, where Java writes other digits than those of SQL.
class OtherDigitsTest {

  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @BeforeEach
  void goToEgypt() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
  }

  @AfterEach
  void goBack() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  @Test
  void aStoreIsMadeAndOpenedAgain(@TempDir Path folder) throws Exception {
    FeedId ann = SomeFeed.of("ann").id();
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().publisher().publish(Contact.follow(ann).toJson());
      assertThat(temp.reopen().graph().relationship(ann).following()).isTrue();
    }
  }
}
