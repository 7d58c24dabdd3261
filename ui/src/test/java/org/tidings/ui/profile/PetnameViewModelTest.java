package org.tidings.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.About;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class PetnameViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private PetnameViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.write(About.name(mara.id(), "Mara Lindqvist").toJson());
    test.receive(mara);
    model = new PetnameViewModel(test.workspace(), mara.id());
    test.closeFirst(model::close);
    screen.until(() -> true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private Feeds feeds() {
    return test.workspace().feeds();
  }

  private String shown() {
    return feeds().profiles().byline(mara.id()).name();
  }

  private void call(String name) {
    model.begin();
    model.typedProperty().set(name);
    model.save();
    screen.until(() -> !model.namingProperty().get());
  }

  @Test
  void aNameOfOurOwnIsShownBeforeTheirsAndNothingIsPublished() {
    FeedId self = test.workspace().self();
    call("  Mara from   the harbour ");
    assertThat(shown()).isEqualTo("Mara from the harbour");
    assertThat(feeds().log().head(self)).isEmpty();
  }

  @Test
  void theNameGivenIsWhereTheNextOneBegins() {
    call("Skipper");
    screen.until(() -> model.givenProperty().get().isPresent());
    model.begin();
    assertThat(model.typedProperty().get()).isEqualTo("Skipper");
  }

  @Test
  void takenAwayTheirOwnNameIsBack() {
    call("Skipper");
    model.remove();
    screen.until(() -> model.givenProperty().get().isEmpty());
    assertThat(shown()).isEqualTo("Mara Lindqvist");
  }

  @Test
  void whatIsGivenUpChangesNothing() {
    model.begin();
    model.typedProperty().set("Skipper");
    model.cancel();
    assertThat(model.namingProperty().get()).isFalse();
    assertThat(shown()).isEqualTo("Mara Lindqvist");
  }
}
