package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class GateViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;
  private GateViewModel model;

  @BeforeEach
  void watch(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    model = new GateViewModel(test.workspace());
    test.closeFirst(model::close);
  }

  @AfterEach
  void close() {
    Texts.speak(Language.ENGLISH);
    test.close();
  }

  private void hold() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    screen.until(() -> model.heldProperty().get().isPresent());
  }

  @Test
  void aGateThatClosesIsSeen() {
    hold();
    assertThat(model.heldProperty().get()).contains(Reason.KEY_IN_USE);
  }

  @Test
  void overridingIsAskedFirst() {
    hold();
    model.override();
    assertThat(test.workspace().notices().questionProperty().get()).isPresent();
    test.workspace().notices().answer(false);
    assertThat(test.workspace().feeds().gate().state()).isNotInstanceOf(Open.class);
  }

  @Test
  void onceAnsweredPostingIsOpen() {
    hold();
    model.override();
    test.workspace().notices().answer(true);
    screen.until(() -> model.heldProperty().get().isEmpty());
    assertThat(test.workspace().feeds().gate().state()).isInstanceOf(Open.class);
  }

  @Test
  void newestPostsThatNobodyHasAreLetGoOnceAnsweredAndThatIsToldUntilItIsRead()
      throws PublishRefused {
    Texts.speak(Language.GERMAN);
    Feeds feeds = test.workspace().feeds();
    Message post = feeds.publisher().publish(Post.root("never sent").toJson());
    TempFeeds.damage(feeds, post.author(), post.sequence().value());
    feeds.doctor().vouchesFor(feeds.log().get(post.id()).orElseThrow());
    screen.until(() -> model.heldProperty().get().equals(Optional.of(Reason.LOST)));
    model.override();
    test.workspace().notices().answer(true);
    screen.until(() -> model.heldProperty().get().isEmpty());
    assertThat(feeds.log().get(post.id())).isEmpty();
    assertThat(test.workspace().notices().problemProperty().get())
        .hasValueSatisfying(
            told -> {
              assertThat(told.sentence()).startsWith("Der letzte Eintrag deines Feeds");
              assertThat(told.advice()).contains("own-posts.damaged-1").contains("Texte");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"FORKED", "DAMAGED"})
  void whatCannotBeMendedSoIsNotOffered(Reason reason) {
    assertThat(reason.canBeOverridden()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsExplained(Reason reason) {
    assertThat(Texts.of("gate.meaning." + reason)).hasSizeGreaterThan(80).endsWith(".");
  }
}
