package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.SsbUri;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person does with people.
@Tag("journey")
class ProfileJourneyTest extends OnSomeCircle {
  @Test
  void blockingAsksFirstAndThenHidesThemEverywhere() {
    window.reads("Back in harbour");
    window.go(new Place.Profile(circle.mara.id()));
    window.reads("Back in harbour");
    window.click("Block");
    window.reads("Block this person?");
    window.click("Block");
    window.reads("You blocked this person");
    window.readsNoMore("Back in harbour");
    window.go(new Place.Home());
    window.reads("forty saplings");
    window.readsNoMore("Back in harbour");
  }

  @Test
  void aPrivateBlockHidesThemAndIsTakenBack() {
    window.reads("Back in harbour");
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Block privately");
    window.reads("Block this person privately?");
    window.click("Block privately");
    window.reads("You blocked this person");
    window.click("Unblock");
    window.reads("You follow each other");
    window.go(new Place.Home());
    window.reads("Back in harbour");
  }

  @Test
  void somebodyIsUnfollowedAndFollowedAgain() {
    window.go(new Place.Profile(circle.kenji.id()));
    window.click("Unfollow");
    window.click("Follow");
    window.reads("You follow them");
  }

  @Test
  void theKeyboardStaysWithWhatTookThePlaceOfWhatWasPressed() {
    window.go(new Place.Profile(circle.kenji.id()));
    window.click("Unfollow");
    isAt("Follow");
    window.press(KeyCode.ENTER);
    isAt("Unfollow");
    window.click("Block");
    window.reads("Block this person?");
    window.click("Block");
    isAt("Unblock");
    window.press(KeyCode.ENTER);
    isAt("Follow");
    window.click("Mute");
    isAt("Unmute");
  }

  private void isAt(String words) {
    window.eventually(
        "the keyboard is at " + words,
        () ->
            window.stage().getScene().getFocusOwner() instanceof Button button
                && button.getText().equals(words));
  }

  @Test
  void somebodyIsCalledByANameOfOurOwnAndByTheirsAgain() {
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Name for yourself…");
    window.type("Skipper");
    window.press(KeyCode.ENTER);
    window.reads("Calls themselves Mara Lindqvist");
    window.go(new Place.Home());
    window.reads("Skipper");
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Name for yourself…");
    window.click("Remove name");
    window.readsNoMore("Skipper");
  }

  @Test
  void theLinkToSomebodyIsCopied() {
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Copy link");
    window.reads("Copied");
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(SsbUri.of(circle.mara.id()).toString());
  }

  @Test
  void whoFollowsUsMeanwhileLeavesTheKeyboardWhereWeSayWhoWeAre() {
    window.click("Profile");
    window.reads("Followers 2");
    window.click("Edit profile");
    window.press(KeyCode.TAB);
    window.type("Sails");
    SomeFeed newcomer = SomeFeed.of("Newcomer");
    newcomer.follow(window.test().workspace().self());
    window.test().receive(newcomer);
    window.reads("Followers 3");
    window.type(" a little");
    window.click("Save");
    window.reads("Sails a little");
    window.reads("Lena");
  }

  @Test
  void whatWasTypedAboutUsIsThereAfterGoingBackAndAfterARestart() {
    window.click("Profile");
    window.click("Edit profile");
    window.press(KeyCode.TAB);
    window.type("Sails a little");
    window.press(KeyCode.ALT, KeyCode.LEFT);
    window.readsNoMore("About you");
    window.click("Profile");
    isWritten("Sails a little");
    window.reopen();
    window.go(new Place.Profile(window.test().workspace().self()));
    isWritten("Sails a little");
    window.click("Save");
    window.reads("Sails a little");
  }

  private void isWritten(String words) {
    window.eventually(
        words + " is written",
        () ->
            window.stage().getScene().lookup(".profile-about .code-area") instanceof CodeArea area
                && area.getText().equals(words));
  }

  @Test
  void ourNameIsChanged() {
    window.click("Profile");
    window.click("Edit profile");
    window.type("Helena");
    window.click("Save");
    window.reads("Helena");
    assertThat(window.canClick("Edit profile")).isTrue();
  }
}
