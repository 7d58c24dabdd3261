package org.tidings.ui.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Notices;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.TestWorkspace;

class ContactViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final LastFirst work = new LastFirst();
  private final FeedId mara = SomeFeed.of("Mara").id();
  private TestWorkspace test;
  private ContactViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, work, screen);
    model = new ContactViewModel(test.workspace(), mara);
    test.closeFirst(model::close);
    screen.until(() -> true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private Relationship relationship() {
    return test.workspace().feeds().graph().relationship(mara);
  }

  private Notices notices() {
    return test.workspace().notices();
  }

  private void done() {
    screen.until(model.canChangeProperty()::get);
  }

  private void blockSecretly() {
    model.blockSecretly("Mara");
    notices().answer(true);
    screen.until(() -> relationship().blocking() && model.canChangeProperty().get());
  }

  @Test
  void aPrivateBlockCountsAndNobodyElseCanReadIt() {
    blockSecretly();
    Feeds feeds = test.workspace().feeds();
    MessageId newest = feeds.log().head(test.workspace().self()).orElseThrow().id();
    byte[] wire = feeds.log().get(newest).orElseThrow().wire();
    assertThat(new String(wire, UTF_8)).contains(".box").doesNotContain("blocking");
  }

  @Test
  void aPrivateBlockTakenBackLeavesAFollowAsItWas() {
    model.follow();
    done();
    blockSecretly();
    model.unblock();
    screen.until(() -> relationship().following() && !relationship().blocking());
  }

  @Test
  void whoWasBlockedPrivatelyCanBeFollowedAndUnfollowedAgain() {
    blockSecretly();
    model.unblock();
    screen.until(() -> !relationship().blocking() && model.canChangeProperty().get());
    model.follow();
    screen.until(() -> relationship().following() && model.canChangeProperty().get());
    model.unfollow();
    screen.until(() -> !relationship().following());
  }

  @Test
  void aBlockSaidBothWaysIsTakenBackBothWays() {
    model.block("Mara");
    notices().answer(true);
    done();
    blockSecretly();
    model.unblock();
    screen.until(() -> !relationship().blocking());
  }

  @Test
  void followingIsPublished() {
    model.follow();
    done();
    assertThat(relationship().following()).isTrue();
  }

  @Test
  void followingIsTakenBack() {
    model.follow();
    done();
    model.unfollow();
    done();
    assertThat(relationship().following()).isFalse();
  }

  @Test
  void nothingElseCanBeChangedMeanwhile() {
    model.follow();
    assertThat(model.canChangeProperty().get()).isFalse();
    model.unfollow();
    done();
    assertThat(relationship().following()).isTrue();
  }

  @Test
  void blockingAsksFirstAndSaysWhatItDoes() {
    model.block("Mara");
    assertThat(notices().questionProperty().get())
        .hasValueSatisfying(question -> assertThat(question.text()).contains("Mara"));
    assertThat(relationship().blocking()).isFalse();
  }

  @Test
  void blockingIsPublishedOnceThePersonSaysYes() {
    model.block("Mara");
    notices().answer(true);
    done();
    assertThat(relationship().blocking()).isTrue();
  }

  @Test
  void nothingIsBlockedWhenThePersonSaysNo() {
    model.block("Mara");
    notices().answer(false);
    screen.until(() -> true);
    assertThat(relationship().blocking()).isFalse();
  }

  @Test
  void aBlockIsTakenBack() {
    model.block("Mara");
    notices().answer(true);
    done();
    model.unblock();
    done();
    assertThat(relationship().blocking()).isFalse();
  }

  @Test
  void nothingCanBeChangedWhilePublishingIsHeldAndTheReasonIsThere() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    screen.until(() -> model.heldProperty().get().isPresent());
    assertThat(model.canChangeProperty().get()).isFalse();
  }

  @Test
  void aRefusalIsToldAndChangesNothing() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    model.follow();
    screen.until(() -> notices().problemProperty().get().isPresent());
    assertThat(relationship().following()).isFalse();
  }

  @Test
  void whoIsMutedAndHeardAgainInARowIsHeard() throws InterruptedException {
    work.hold(
        () -> {
          model.mute(true);
          model.mute(false);
        });
    assertThat(test.workspace().feeds().mutes().isMuted(mara)).isFalse();
    screen.until(() -> model.mutedProperty().get().equals(Optional.of(false)));
  }
}
