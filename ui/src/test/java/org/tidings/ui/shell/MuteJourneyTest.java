package org.tidings.ui.shell;

import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.writing.LineField;

/// What a person does who would rather not come across somebody.
@Tag("journey")
class MuteJourneyTest extends OnSomeCircle {
  @BeforeEach
  void see() {
    window.reads("forty saplings");
  }

  @Test
  void theMutedGoFromHomeAndTheirRepliesAreFolded() {
    window.go(new Place.Profile(circle.jonas.id()));
    window.click("Mute");
    window.reads("Unmute");
    window.go(new Place.Home());
    window.readsNoMore("forty saplings");
    window.go(new Place.InThread(circle.harbour()));
    window.reads("1 post by somebody you muted");
    window.readsNoMore("only been next door");
    window.click("Show");
    window.reads("only been next door");
    like("only been next door");
    window.reads("only been next door");
  }

  @Test
  void aWordIsHiddenAndItsPostsAreFoldedUntilAskedFor() {
    window.go(new Place.Settings());
    LineField field = window.node("hidden-word", LineField.class);
    Fx.run(field::enter);
    window.type("saplings");
    window.press(KeyCode.ENTER);
    window.reads("Show posts with “saplings” again");
    window.go(new Place.Home());
    window.reads("it has the word “saplings” in it");
    window.readsNoMore("forty saplings");
    window.click("Show");
    window.reads("forty saplings");
    like("forty saplings");
    window.reads("forty saplings");
  }

  /// Somebody likes what Jonas said with these words, and that is seen.
  private void like(String words) {
    feeds().timeline().by(circle.jonas.id(), TimelineKey.TOP, 9).stream()
        .filter(post -> post.post().text().contains(words))
        .forEach(post -> circle.mara.vote(post.id(), 1));
    window.test().receive(circle.mara);
    window.reads("Like, 1 like so far");
  }

  private Feeds feeds() {
    return window.test().workspace().feeds();
  }

  @Test
  void aWordIsHiddenInPostsWhoseHistoryIsStillArriving() throws PublishRefused {
    SomeFeed wren = SomeFeed.of("wren");
    wren.post("First swallows over the ferry this morning.");
    feeds().hiddenWords().add("swallows");
    feeds().publisher().publish(Contact.follow(wren.id()).toJson());
    feeds().early().take(Map.of(wren.id(), wren.values()));
    window.reads("it has the word “swallows” in it");
    window.readsNoMore("over the ferry");
    window.click("Show");
    window.reads("over the ferry");
  }

  @Test
  void aMutedThreadIsOffHomeUntilItIsUnmuted() {
    window.test().workspace().feeds().mutes().mute(circle.harbour());
    window.readsNoMore("Back in harbour");
    window.go(new Place.InThread(circle.harbour()));
    window.reads("You muted this thread");
    window.click("Unmute");
    window.readsNoMore("You muted this thread");
    window.go(new Place.Home());
    window.reads("Back in harbour");
  }

  @Test
  void whatTheMutedSaidInPrivateIsNotNewAnyMoreAndStaysListed() {
    Sealing.write(circle.jonas, "About the mast", feeds().identity().id());
    window.test().receive(circle.jonas);
    window.reads("Private, 1 new");
    window.go(new Place.Profile(circle.jonas.id()));
    window.click("Mute");
    window.reads("Private, nothing new");
    window.go(new Place.Private());
    window.reads("About the mast");
  }

  @Test
  void unmutedTheyAreThereAgain() {
    window.go(new Place.Profile(circle.jonas.id()));
    window.click("Mute");
    window.click("Unmute");
    window.reads("Mute");
    window.go(new Place.Home());
    window.reads("forty saplings");
  }
}
