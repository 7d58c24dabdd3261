package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Problem;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.workspace.Sealing;

/// Where there is much to see, all of it can be told by a screen reader, rows and menus too.
@Tag("journey")
class NamedRowsJourneyTest extends OnSomeCircle {
  @TempDir private Path pictures;
  private MessageId wreck;

  @BeforeEach
  void haveMoreToSee() throws Exception {
    circle.jonas.write(new ChannelSubscription("gardening", true).toJson());
    circle.jonas.post("On #gardening, and how to begin with it");
    Sealing.write(circle.mara, "Meet me at the old wreck", feeds().identity().id());
    wreck = circle.mara.write(Post.root("The wreck: " + picture(1) + picture(2)).toJson()).id();
    circle.amira.follow(feeds().identity().id());
    window.test().receive(circle.jonas, circle.mara, circle.amira);
    feeds().bookmarks().add(new Bookmark(circle.harbour(), 0, ""));
  }

  private Feeds feeds() {
    return window.test().workspace().feeds();
  }

  private String picture(int number) throws Exception {
    BlobId blob = feeds().blobs().add(new ByteArrayInputStream(bytes(number))).id();
    return "![the wreck from side " + number + "](" + blob + ")";
  }

  private static byte[] bytes(int number) throws Exception {
    return SomePictures.file(SomePictures.landscape(300, 200, number), "png");
  }

  private void assertAllIsSpoken(String where) {
    Fx.settle();
    assertThat(window.unspoken()).as(where).isEmpty();
  }

  @Test
  void whereverSomethingIsToBeRead() {
    window.test().workspace().feeds().bookmarks().add(new Bookmark(circle.harbour(), 0, ""));
    window.test().workspace().feeds().drafts().save("post", "What I was about to say");
    for (Place place : places()) {
      window.go(place);
      assertAllIsSpoken(place.toString());
    }
  }

  private List<Place> places() {
    return List.of(
        new Place.Home(),
        new Place.InThread(circle.harbour()),
        new Place.Reactions(circle.harbour()),
        new Place.Details(circle.harbour()),
        new Place.Profile(circle.someone()),
        new Place.Profile(window.test().workspace().self()),
        new Place.Private(),
        Place.Conversation.with(List.of(circle.someone())),
        new Place.NewConversation(),
        new Place.Activity(),
        new Place.Bookmarks(),
        new Place.Drafts(),
        new Place.Channels(),
        new Place.Channel("gardening"),
        new Place.Explore(),
        new Place.Settings(),
        Place.RawLog.of(circle.someone()),
        new Place.Compose());
  }

  @Test
  void inEachPartOfAProfile() {
    window.go(new Place.Profile(circle.someone()));
    window.click("Pictures");
    window.reads("Picture: the wreck from side 2");
    assertAllIsSpoken("pictures");
    window.click("Following 6");
    window.reads("Inês 🐚");
    assertAllIsSpoken("whom they follow");
    window.click("Followers 5");
    window.reads("健二");
    assertAllIsSpoken("who follows them");
    window.go(new Place.Profile(window.test().workspace().self()));
    window.click("Edit profile");
    window.reads("About you");
    assertAllIsSpoken("one's own, being changed");
  }

  @Test
  void whereAPictureIsLookedAt() {
    window.go(new Place.InThread(wreck));
    window.click("Picture: the wreck from side 1");
    window.reads("1 of 2");
    assertAllIsSpoken("the lightbox");
  }

  @Test
  void inWhatOpensAtAPost() {
    window.go(new Place.InThread(circle.harbour()));
    window.click("More");
    window.reads("Copy message id");
    assertAllIsSpoken("the menu");
    window.click("Details");
    window.go(new Place.InThread(circle.harbour()));
    window.click("React");
    window.reads("React with 🌊");
    assertAllIsSpoken("the emoji");
  }

  @Test
  void aboveWhateverIsOnTheScreen() {
    feeds().gate().keyInUseElsewhere();
    window.click("What does this mean?");
    Fx.run(() -> window.test().workspace().notices().tell(Problem.of("The disk is full.", "")));
    window.reads("The disk is full.");
    assertAllIsSpoken("the banners");
    window.click("Post from here on");
    window.reads("Post from here on?");
    assertAllIsSpoken("a question");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.F1);
    window.reads("Ctrl + Shift + N");
    assertAllIsSpoken("the keys");
  }

  @Test
  void whereSomethingIsWritten() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Well said, @lindq");
    window.reads("Mara Lindqvist, @");
    assertAllIsSpoken("who is offered");
    window.press(KeyCode.ENTER);
    window.click("Content warning");
    window.test().dialogs().pick(Files.write(pictures.resolve("wreck.png"), bytes(1)));
    window.click("Add pictures or files");
    window.reads("What the picture shows");
    assertAllIsSpoken("a picture and a warning");
    window.write("A word or two. ".repeat(700));
    window.reads("Continue as a thread");
    assertAllIsSpoken("the offer of a thread");
    window.click("Continue as a thread");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in");
    assertAllIsSpoken("what is about to be posted");
  }
}
