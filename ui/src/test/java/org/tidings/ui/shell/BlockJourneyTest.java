package org.tidings.ui.shell;

import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Sealing;

/// Somebody is blocked, and gone from wherever they were to be seen; others stay there.
@Tag("journey")
class BlockJourneyTest extends OnSomeCircle {
  private static final String MARA = "Mara Lindqvist";

  /// Somewhere to look: something of the one who is blocked, and something of others.
  private record Seen(Place place, String theirs, String others) {}

  private Feeds feeds() {
    return window.test().workspace().feeds();
  }

  /// Both answer our post, like it, write elsewhere, and talk to us in private.
  private MessageId answered(String marasAnswer, String jonasAnswer) throws PublishRefused {
    MessageId ours = feeds().publisher().publish(Post.root("Who mends engines?").toJson()).id();
    answer(circle.mara, ours, marasAnswer);
    answer(circle.jonas, ours, jonasAnswer);
    window.test().receive(circle.mara, circle.jonas);
    return ours;
  }

  private void answer(SomeFeed by, MessageId ours, String words) {
    Message reply = by.reply(words, ours, ours);
    by.vote(ours, 1);
    by.write(Post.root("At sea: " + words).toJson().with("channel", Json.of("sailing")));
    Sealing.write(by, "Psst: " + words, feeds().identity().id());
    feeds().bookmarks().add(new Bookmark(reply.id(), 0, ""));
  }

  private void block(FeedId whom) {
    window.go(new Place.Profile(whom));
    window.click("Block");
    window.reads("Block this person?");
    window.click("Block");
    window.reads("You blocked this person");
  }

  @Test
  void whoIsBlockedIsGoneFromEveryScreen() throws PublishRefused {
    MessageId ours = answered("I do, on Tuesdays", "So do I, on Mondays");
    List<Seen> screens =
        List.of(
            new Seen(new Place.Home(), "Back in harbour", "الحمد لله على السلامة"),
            new Seen(new Place.InThread(ours), "on Tuesdays", "on Mondays"),
            new Seen(new Place.InThread(circle.harbour()), "Back in harbour", "Welcome back!"),
            new Seen(new Place.Reactions(ours), MARA, "jonas"),
            new Seen(new Place.Activity(), MARA, "on Mondays"),
            new Seen(new Place.Private(), MARA, "on Mondays"),
            new Seen(new Place.Bookmarks(), "on Tuesdays", "on Mondays"),
            new Seen(new Place.Channel("sailing"), "on Tuesdays", "on Mondays"),
            new Seen(new Place.Explore(), MARA, "Zoë"),
            new Seen(new Place.NewConversation(), MARA, "jonas"));
    for (Seen screen : screens) {
      window.go(screen.place());
      window.reads(screen.theirs());
      window.reads(screen.others());
    }
    block(circle.mara.id());
    for (Seen screen : screens) {
      window.go(screen.place());
      window.reads(screen.others());
      window.readsNoMore(screen.theirs());
    }
  }

  @Test
  void whoIsBlockedIsInNoList() {
    openFollowers(circle.kenji.id());
    window.reads(MARA);
    block(circle.mara.id());
    openFollowers(circle.kenji.id());
    window.readsNoMore(MARA);
  }

  private void openFollowers(FeedId of) {
    window.go(new Place.Profile(of));
    Fx.run(
        () ->
            window.stage().getScene().getRoot().lookupAll(".section-tab").stream()
                .map(ToggleButton.class::cast)
                .filter(tab -> tab.getText().startsWith("Followers"))
                .forEach(ToggleButton::fire));
    window.reads("jonas");
  }

  @Test
  void whoIsBlockedIsNotFound() {
    lookFor("lindq", MARA + ", You follow each other");
    lookFor("glass", "flat as glass");
    block(circle.mara.id());
    lookFor("lindq", "Nothing here matches that.");
    lookFor("glass", "Nothing here matches that.");
  }

  private void lookFor(String words, String found) {
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type(words);
    window.reads(found);
    window.press(KeyCode.ESCAPE);
  }

  @Test
  void whoIsBlockedIsNotSuggested() {
    FeedId ines = SomeFeed.of("Ines").id();
    window.go(new Place.Explore());
    window.reads("Inês 🐚");
    block(ines);
    window.go(new Place.Explore());
    window.reads("Lucía");
    window.readsNoMore("Inês 🐚");
  }

  @Test
  void whatABlockedPersonWroteIsRemovedFromThisDevice() {
    block(circle.mara.id());
    window.reads("What they wrote stays on this device");
    window.click("Remove from this device");
    window.reads("Remove what " + MARA + " wrote?");
    window.press(KeyCode.TAB);
    window.press(KeyCode.ENTER);
    await().until(() -> feeds().storage().of(circle.mara.id()).messages() == 0);
    window.readsNoMore("What they wrote stays on this device");
  }
}
