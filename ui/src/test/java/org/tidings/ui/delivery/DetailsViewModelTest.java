package org.tidings.ui.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.local.Copies;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

/// What people are told about who has a post of theirs.
class DetailsViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private Message named;
  private Message post;

  @BeforeEach
  void postSomething(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    named = mara.name(mara.id(), "Mara");
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    test.receive(mara);
    post = test.workspace().feeds().publisher().publish(Post.root("Hello").toJson());
  }

  @AfterEach
  void close() {
    test.close();
  }

  private Details details() {
    return details(post.id());
  }

  private Details details(MessageId message) {
    try (DetailsViewModel model = new DetailsViewModel(test.workspace(), message)) {
      screen.until(() -> model.detailsProperty().get().isPresent());
      return model.detailsProperty().get().orElseThrow();
    }
  }

  private Copies copies() {
    return test.workspace().feeds().copies();
  }

  private Details.Copies where() {
    return details().copies();
  }

  @Test
  void whatHasNotLeftIsOnThisDeviceOnly() {
    assertThat(where().held().isOnlyHere()).isTrue();
    assertThat(where().held().words()).isEqualTo("On this device only");
    assertThat(where().left()).isEmpty();
  }

  @Test
  void whoWasSentItHasItOnceTheySaySo() {
    copies().sent(mara.id(), post.sequence());
    assertThat(where().held().words()).isEqualTo("Sent to 1 device");
    assertThat(where().sentTo()).extracting(Byline::name).containsExactly("Mara");
    assertThat(where().left()).isEmpty();
    copies().told(mara.id(), post.sequence().value(), false);
    assertThat(where().left()).contains(test.temp().clock().instant());
    assertThat(where().held()).isEqualTo(new Held(1, 0, 0));
    assertThat(where().held().words()).isEqualTo("With 1 friend");
    assertThat(where().friends()).extracting(Byline::name).containsExactly("Mara");
  }

  @Test
  void whomWeDoNotFollowIsCountedAndNotNamed() {
    copies().told(jonas.id(), post.sequence().value(), true);
    assertThat(where().held().words()).isEqualTo("With 1 other");
    assertThat(where().friends()).isEmpty();
  }

  @Test
  void ofWhatOthersWroteWhoHasItIsKnownFromTheirClocks() {
    Message theirs = mara.post("Ahoy");
    test.temp().ingest(mara.values(), new Origin.FromPeer(SomeFeed.of("a stranger").id()));
    long note = theirs.sequence().value() << 1;
    test.workspace().feeds().peerMemory().saveClock(mara.id(), Map.of(mara.id(), note));
    test.workspace().feeds().peerMemory().saveClock(jonas.id(), Map.of(mara.id(), note - 2));
    Details.Copies where = details(theirs.id()).copies();
    assertThat(where.friends()).extracting(Byline::name).containsExactly("Mara");
    assertThat(where.held()).as("and who brought it").isEqualTo(new Held(1, 1, 0));
  }

  @Test
  void whatOthersWroteIsToldAsItIs() {
    Message theirs = mara.post("Ahoy");
    test.receive(mara);
    try (DetailsViewModel model = new DetailsViewModel(test.workspace(), theirs.id())) {
      screen.until(() -> model.detailsProperty().get().isPresent());
      Details found = model.detailsProperty().get().orElseThrow();
      assertThat(found.own()).isFalse();
      assertThat(found.copies().held().isOnlyHere()).isTrue();
      assertThat(found.by().name()).isEqualTo("Mara");
      assertThat(found.wire()).contains("\"text\":\"Ahoy\"");
      assertThat(found.signed()).contains("\n    \"text\": \"Ahoy\"\n");
    }
  }

  private Details.Way way(MessageId message) {
    try (DetailsViewModel model = new DetailsViewModel(test.workspace(), message)) {
      screen.until(() -> model.detailsProperty().get().isPresent());
      return model.detailsProperty().get().orElseThrow().way();
    }
  }

  @Test
  void whoBroughtItIsTold() {
    Message theirs = mara.post("Ahoy");
    test.temp().ingest(mara.values(), new Origin.FromPeer(jonas.id()));
    test.workspace().feeds().petnames().save(jonas.id(), "Jo");
    assertThat(way(theirs.id()))
        .isInstanceOfSatisfying(
            Details.Way.Brought.class, way -> assertThat(way.by().name()).isEqualTo("Jo"));
    assertThat(way(named.id())).isEqualTo(new Details.Way.InFile());
    assertThat(way(post.id())).isEqualTo(new Details.Way.Written());
  }

  @Test
  void whatCameBeforeThatWasKeptSaysNothingOfIt() {
    Message theirs = mara.post("Ahoy");
    test.receive(mara);
    test.temp().change("UPDATE messages SET origin = NULL");
    assertThat(way(theirs.id())).isEqualTo(new Details.Way.Unknown());
  }

  @Test
  void marksAreOfOurOwnPostsAlone() {
    Message theirs = mara.post("Ahoy");
    test.receive(mara);
    copies().told(mara.id(), post.sequence().value(), true);
    try (DeliveryWatch watch = new DeliveryWatch(test.workspace())) {
      watch.watch(Set.of(post.id(), theirs.id()));
      screen.until(() -> !watch.heldProperty().get().isEmpty());
      assertThat(watch.heldProperty().get()).isEqualTo(Map.of(post.id(), new Held(1, 0, 0)));
    }
  }
}
