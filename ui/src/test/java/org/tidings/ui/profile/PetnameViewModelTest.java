package org.tidings.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.About;
import org.tidings.feed.local.Drafts;
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

  private PetnameViewModel again() {
    model.close();
    model = new PetnameViewModel(test.workspace(), mara.id());
    test.closeFirst(model::close);
    screen.until(() -> true);
    return model;
  }

  @Test
  void whatWasTypedIsThereWhenThePersonComesAgain() {
    call("Skipper");
    model.begin();
    model.typedProperty().set("Skipper of the Gull");
    again();
    screen.until(model.namingProperty()::get);
    assertThat(model.typedProperty().get()).isEqualTo("Skipper of the Gull");
    assertThat(shown()).isEqualTo("Skipper");
  }

  @Test
  void whatIsTypedIsOnTheDiskAMomentLater() {
    model.begin();
    model.typedProperty().set("Skipper");
    screen.until(() -> drafts().equals(List.of("Skipper")));
  }

  @Test
  void whatWasSavedOrGivenUpDoesNotComeAgain() {
    call("Skipper");
    screen.until(() -> drafts().isEmpty());
    assertThat(again().namingProperty().get()).isFalse();
    model.begin();
    model.typedProperty().set("Captain");
    screen.until(() -> !drafts().isEmpty());
    model.cancel();
    screen.until(() -> drafts().isEmpty());
    assertThat(again().namingProperty().get()).isFalse();
  }

  private List<String> drafts() {
    return feeds().drafts().all().stream().map(Drafts.Draft::text).toList();
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
