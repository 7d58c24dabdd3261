package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.ui.navigation.Place;

/// What a person does who comes across a content warning, and who gives one.
@Tag("journey")
class WarningJourneyTest {
  private static final String WARNING = "Spoilers: the last episode";
  private static final String TEXT = "The tree did it.";

  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private OpenShell window;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = new OpenShell(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Message warn() throws PublishRefused {
    window.test().workspace().feeds().publisher().publish(Contact.follow(jonas.id()).toJson());
    Message warned =
        jonas.write(
            JsonObject.builder()
                .put("type", "post")
                .put("text", TEXT)
                .put("contentWarning", WARNING)
                .build());
    window.test().receive(jonas);
    return warned;
  }

  @Test
  void whatIsWarnedOfIsFoldedWhereverItIsUntilItIsAskedFor() throws PublishRefused {
    Message warned = warn();
    showIt();
    window.go(new Place.InThread(warned.id()));
    showIt();
    window.go(new Place.Profile(jonas.id()));
    showIt();
  }

  @Test
  void whatWasAskedForStaysThereWhenItIsLiked() throws PublishRefused {
    Message warned = warn();
    showIt();
    jonas.vote(warned.id(), 1);
    window.test().receive(jonas);
    window.reads("Like, 1 like so far");
    window.reads(TEXT);
  }

  private void showIt() {
    window.reads(WARNING);
    window.readsNoMore(TEXT);
    window.click("Show it");
    window.reads(TEXT);
  }

  @Test
  void ourOwnWarningStandsBeforeWhatWePost() {
    window.click("New post");
    window.type("The butler did it.");
    window.click("Content warning");
    window.type("Spoilers for the play");
    window.click("Post");
    window.waitsForPosting();
    window.readsNoMore("Posting in");
    window.reads("Spoilers for the play");
    window.readsNoMore("The butler did it.");
  }

  @Test
  void aWarningFoldedAwayIsThereWhenItIsFoldedOutAgain() {
    window.click("New post");
    window.type("The butler did it.");
    window.click("Content warning");
    window.type("Spoilers for the play");
    window.click("Content warning");
    window.click("Content warning");
    window.click("Post");
    window.waitsForPosting();
    window.readsNoMore("Posting in");
    window.reads("Spoilers for the play");
  }
}
