package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.Votes;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.control.RowList;
import org.tidings.ui.navigation.Place;

/// What a person does who reacts, and who wants to come back.
@Tag("journey")
class ReactionJourneyTest {
  /// From the button to react, past those to like and to reply, to the last reaction.
  private static final int STEPS_BACK = 3;

  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private OpenShell window;
  private MessageId post;

  @BeforeEach
  void beShownAPost(@TempDir Path folder) {
    window = new OpenShell(folder);
    post = mara.post("Low tide at six").id();
    jonas.name(jonas.id(), "Jonas");
    jonas.write(new Vote(post, 1, Optional.of("🌊")).toJson());
    window.test().receive(mara, jonas);
    window.go(new Place.InThread(post));
    window.reads("Low tide at six");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Votes votes() {
    return window.test().workspace().feeds().reactions().counts(post);
  }

  @Test
  void aReactionOfSomebodyElseIsJoinedAndTakenBack() {
    window.click("React with 🌊, 1 so far");
    await("we reacted too").until(() -> votes().up() == 2);
    window.click("Take back your 🌊, 2 so far");
    await("it is taken back").until(() -> votes().ours() == 0);
  }

  @Test
  void noRowIsMarkedForWhoReactsWithTheMouse() {
    window.click("React");
    window.click("React with 🎉");
    await("we reacted").until(() -> votes().up() == 2);
    Fx.settle();
    assertThat(isMarked()).isFalse();
    window.click("Take back your 🎉, 1 so far");
    await("it is taken back").until(() -> votes().ours() == 0);
    Fx.settle();
    assertThat(isMarked()).isFalse();
    window.press(KeyCode.L);
    window.reads("Take back your like");
  }

  private boolean isMarked() {
    RowList<?> rows = (RowList<?>) window.stage().getScene().lookup(".row-list");
    return Fx.get(() -> !rows.getSelectionModel().isEmpty());
  }

  @Test
  void anEmojiThatIsCalledByItsNameIsThatEmoji() {
    SomeFeed lena = SomeFeed.of("Lena");
    lena.write(new Vote(post, 1, Optional.of(":ocean:")).toJson());
    window.test().receive(lena);
    window.click("React with 🌊, 2 so far");
    window.reads("Take back your 🌊, 3 so far");
  }

  @Test
  void whoTakesBackAReactionStaysAtThePostEvenWhereNothingIsLeftOfIt() {
    window.click("React");
    window.click("React with 🎉");
    await("we reacted").until(() -> votes().up() == 2);
    Fx.settle();
    for (int step = 0; step < STEPS_BACK; step++) {
      window.press(KeyCode.SHIFT, KeyCode.TAB);
    }
    window.press(KeyCode.SPACE);
    await("it is taken back").until(() -> votes().ours() == 0);
    window.reads("React with 🌊, 1 so far");
    window.press(KeyCode.SPACE);
    assertThat(window.place()).isEqualTo(new Place.InThread(post));
    window.press(KeyCode.L);
    await("the post is liked").until(() -> votes().ours() == 1);
  }

  @Test
  void ourReactionIsTakenBackHoweverManyOthersThereAre() {
    for (String emoji : List.of("⛵", "⚓", "🐟", "🦀", "🐚", "🐙", "🦑", "🐳")) {
      for (String name : List.of("Ada", "Bo")) {
        SomeFeed somebody = SomeFeed.of(name + emoji);
        somebody.write(new Vote(post, 1, Optional.of(emoji)).toJson());
        window.test().receive(somebody);
      }
    }
    window.reads("React with 🐳, 2 so far");
    window.click("React");
    window.click("React with 🎉");
    await("we reacted").until(() -> votes().ours() == 1);
    window.click("Take back your 🎉, 1 so far");
    await("it is taken back").until(() -> votes().ours() == 0);
  }

  @Test
  void aLikeTakesThePlaceOfAReaction() {
    window.click("React with 🌊, 1 so far");
    await("we reacted").until(() -> votes().up() == 2);
    window.click("Like");
    window.reads("This takes the place of your other reaction");
    window.reads("React with 🌊, 1 so far");
    await("we plainly like it")
        .until(() -> votes().reactions().stream().anyMatch(one -> one.expression().isEmpty()));
    assertThat(votes().up()).isEqualTo(2);
  }

  @Test
  void theHeartGivesWayToAnEmojiAndThatIsSaid() {
    window.click("Like");
    window.reads("Take back your like");
    await("we like it").until(() -> votes().ours() == 1);
    window.click("React with 🌊, 1 so far");
    window.reads("This takes the place of your like");
    window.reads("Take back your 🌊, 2 so far");
    window.readsNoMore("Take back your like");
    await("nobody plainly likes it")
        .until(() -> votes().reactions().stream().noneMatch(one -> one.expression().isEmpty()));
  }

  @Test
  void anEmojiIsChosenAmongThoseThatAreOffered() {
    window.click("React");
    window.click("React with 🎉");
    window.reads("Take back your 🎉, 1 so far");
    await("we reacted").until(() -> votes().up() == 2);
  }

  @Test
  void anEmojiIsFoundByItsNameAndChosenByKeyboard() {
    window.click("React");
    window.reads("React with 🎉");
    window.type("octop");
    window.readsNoMore("React with 🎉");
    window.press(KeyCode.ENTER);
    window.reads("Take back your 🐙, 1 so far");
    await("we reacted").until(() -> votes().up() == 2);
  }

  @Test
  void theNameOfAnEmojiIsTypedWhereverTheMouseRests() {
    window.click("React");
    window.pointAt("React with 🎉");
    window.type("octop");
    window.readsNoMore("React with 🎉");
    window.press(KeyCode.ENTER);
    window.reads("Take back your 🐙, 1 so far");
  }

  @Test
  void anyEmojiIsReachedByArrowsAndIsOfferedFirstFromThenOn() {
    window.click("React");
    window.reads("React with 🎉");
    window.click("Animals and nature");
    window.reads("React with 🐵");
    window.press(KeyCode.RIGHT);
    window.reads("monkey");
    window.press(KeyCode.ENTER);
    window.reads("Take back your 🐒, 1 so far");
    await("we reacted").until(() -> votes().up() == 2);
    assertThat(window.test().workspace().environment().preferences().settings().emoji())
        .isEqualTo(List.of("🐒"));
    window.click("React");
    window.press(KeyCode.DOWN);
    window.reads("monkey");
    assertThat(window.unspoken()).isEmpty();
  }

  @Test
  void itIsShownWhoReacted() {
    window.go(new Place.Reactions(post));
    window.reads("Jonas");
    window.press(KeyCode.ALT, KeyCode.LEFT);
    window.reads("Low tide at six");
  }

  @Test
  void aBookmarkIsTakenAwayWhereItWasMade() {
    window.click("More");
    window.click("Bookmark");
    window.reads("Bookmarked");
    window.click("More");
    window.click("Remove bookmark");
    window.reads("Bookmark removed");
    assertThat(window.test().workspace().feeds().bookmarks().contains(post)).isFalse();
    window.click("More");
    window.reads("Copy link");
    assertThat(window.canClick("Bookmark")).isTrue();
  }

  @Test
  void aMutedThreadIsUnmutedWhereItWasMuted() {
    window.click("More");
    window.click("Mute this thread");
    window.reads("You muted this thread");
    window.click("More");
    window.click("Unmute this thread");
    window.readsNoMore("You muted this thread");
  }
}
