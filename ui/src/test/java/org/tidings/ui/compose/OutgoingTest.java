package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.navigation.Place;

/// What is about to be posted, taken back, and found again.
class OutgoingTest extends WhileWriting {
  private static final Destination POST = Destination.newThread();
  private static final Attachment WRECK =
      new Attachment(BlobLink.to(BlobId.of(new byte[32])), "the [old] wreck", 300, "image/png");

  private Feeds feeds() {
    return test.workspace().feeds();
  }

  private List<Waiting> waiting() {
    return desk.outgoing().waiting();
  }

  private void queue(ComposeViewModel from, String text) {
    int before = waiting().size();
    from.draft().textProperty().set(text);
    from.publish(() -> {}, id -> {});
    screen.until(() -> waiting().size() == before + 1);
  }

  private long messages() {
    return feeds().log().count();
  }

  /// Another window on the same folder, after the first ended without closing.
  private Desk restarted() {
    Desk next = new Desk(test.workspace());
    screen.until(() -> true);
    return next;
  }

  private ComposeViewModel open(Destination destination) {
    ComposeViewModel opened = desk.take(destination);
    screen.until(opened.draft().loadedProperty()::get);
    return opened;
  }

  @Test
  void nothingIsPostedBeforeItsTime() {
    queue(model, "Hello");
    test.pass(Duration.ofSeconds(9));
    assertThat(waiting().getFirst().secondsProperty().get()).isEqualTo(1);
    assertThat(messages()).isZero();
    test.pass(Duration.ofSeconds(1));
    screen.until(() -> waiting().isEmpty());
    assertThat(messages()).isEqualTo(1);
    assertThat(feeds().outbox().all()).isEmpty();
  }

  @Test
  void aClockSetBackDoesNotHoldIt() {
    queue(model, "Hello");
    test.pass(Duration.ofHours(-1));
    screen.until(() -> waiting().isEmpty());
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void itIsPostedAtOnceWhenTheWindowCloses() {
    queue(model, "Hello");
    desk.close();
    assertThat(messages()).isEqualTo(1);
  }

  @Nested
  class Undone {
    @Test
    void theTextIsBackWithItsWarningAndPictures() {
      ComposeViewModel writing = open(POST);
      writing.draft().warningProperty().set("Spoilers");
      writing.draft().attachments().setAll(WRECK);
      queue(writing, "Low *tide*  ");
      assertThat(desk.undo()).isTrue();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().words())
          .isEqualTo(new Words("Low *tide*", "Spoilers", List.of(WRECK), Optional.empty()));
      assertThat(writing.canPublishProperty().get()).isTrue();
      assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Home());
      test.pass(Outgoing.UNDO);
      assertThat(messages()).isZero();
      assertThat(feeds().drafts().load("post")).contains("Low *tide*");
    }

    @Test
    void itComesBeforeWhatIsWrittenMeanwhile() {
      ComposeViewModel writing = open(POST);
      queue(writing, "one");
      writing.draft().textProperty().set("two");
      desk.undo();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().textProperty().get()).isEqualTo("one\n\ntwo");
    }

    @Test
    void theNewestGoesFirst() {
      ComposeViewModel reply = open(Destination.inThread(SomeFeed.of("Mara").post("hi").id()));
      queue(open(POST), "one");
      queue(reply, "two");
      desk.undo();
      screen.until(() -> waiting().size() == 1);
      assertThat(reply.draft().textProperty().get()).isEqualTo("two");
      assertThat(waiting().getFirst().written().destination()).isEqualTo(POST);
    }

    @Test
    void whoUndoesTwiceAtOnceHasBothTextsBack() {
      ComposeViewModel writing = open(POST);
      queue(writing, "one");
      queue(writing, "two");
      assertThat(desk.undo()).isTrue();
      assertThat(desk.undo()).isTrue();
      assertThat(desk.undo()).isFalse();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().textProperty().get()).isEqualTo("one\n\ntwo");
      assertThat(test.workspace().notices().saidProperty().get()).isEmpty();
    }

    @Test
    void whatIsWrittenOnIsNotLostWhereOneIsTakenBackWhileAnotherIsSent() {
      ComposeViewModel writing = open(POST);
      queue(writing, "one");
      writing.draft().textProperty().set("two");
      screen.until(writing.canPublishProperty()::get);
      writing.publish(() -> {}, id -> {});
      desk.undo();
      screen.until(() -> writing.draft().textProperty().get().equals("one"));
      assertThat(waiting()).hasSize(1);
      assertThat(waiting().getFirst().words().text()).isEqualTo("two");
    }

    @Test
    void whatCannotBeTakenToWhereItWasWrittenIsNotPostedEither() {
      queue(open(POST), "Hello");
      desk.putBack(POST);
      test.temp().hideDrafts();
      desk.undo();
      screen.until(() -> waiting().getFirst().stageProperty().get() == Waiting.Stage.STAYING);
      test.temp().showDrafts();
      test.pass(Outgoing.UNDO);
      assertThat(messages()).isZero();
      ComposeViewModel writing = open(POST);
      desk.undo();
      screen.until(() -> writing.draft().textProperty().get().equals("Hello"));
    }

    @Test
    void aPrivateTextStaysAmongTheSamePeople() {
      Destination among = Destination.among(Set.of(SomeFeed.of("Mara").id()));
      ComposeViewModel writing = open(among);
      queue(writing, "hush");
      desk.undo();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().textProperty().get()).isEqualTo("hush");
      assertThat(feeds().drafts().load("post")).isEmpty();
    }

    @Test
    void whatIsPostedAlreadyIsNotTakenBack() throws Exception {
      ComposeViewModel writing = open(POST);
      queue(writing, "Hello");
      feeds().publisher().publish(feeds().outbox().all().getFirst());
      desk.undo();
      screen.until(() -> test.workspace().notices().saidProperty().get().isPresent());
      assertThat(writing.draft().isEmpty()).isTrue();
      assertThat(feeds().drafts().all()).isEmpty();
    }

    @Test
    void whereNothingWaitsThereIsNothingToUndo() {
      assertThat(desk.undo()).isFalse();
    }
  }

  @Nested
  class Refused {
    private void refuse() {
      feeds().gate().keyInUseElsewhere();
      test.pass(Outgoing.UNDO);
    }

    @Test
    void whatMayNotBePostedInItsTimeIsADraftAgain() {
      ComposeViewModel writing = open(POST);
      queue(writing, "Hello");
      refuse();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().textProperty().get()).isEqualTo("Hello");
      assertThat(test.workspace().notices().problemProperty().get()).isPresent();
      assertThat(messages()).isZero();
    }

    @Test
    void severalTextsOfOnePlaceAreAllADraftAgain() {
      ComposeViewModel writing = open(POST);
      queue(writing, "one");
      queue(writing, "two");
      refuse();
      screen.until(() -> waiting().isEmpty());
      assertThat(writing.draft().textProperty().get()).contains("one", "two");
    }

    @Test
    void whatCannotBeSavedEitherStaysInTheOutbox() {
      queue(open(POST), "Hello".repeat(1_000));
      test.temp().hideDrafts();
      refuse();
      screen.until(() -> waiting().getFirst().stageProperty().get() == Waiting.Stage.STAYING);
      assertThat(feeds().outbox().all()).hasSize(1);
      test.temp().showDrafts();
    }
  }

  @Nested
  class Crashed {
    @Test
    void whatWasNotPostedIsADraftAndThePersonIsTold() {
      queue(model, "Hello");
      Desk next = restarted();
      assertThat(feeds().outbox().all()).isEmpty();
      assertThat(feeds().drafts().load("post")).contains("Hello");
      assertThat(test.workspace().notices().problemProperty().get()).isPresent();
      next.close();
    }

    @Test
    void severalTextsAreOneDraftInTheirOrder() {
      queue(model, "one");
      queue(model, "two");
      feeds().drafts().save("post", "three");
      Desk next = restarted();
      assertThat(feeds().drafts().load("post")).contains("one\n\ntwo\n\nthree");
      next.close();
    }

    @Test
    void aDraftIsReadOnlyAfterWhatWasLeftIsBack() {
      queue(model, "Hello");
      Desk next = new Desk(test.workspace());
      ComposeViewModel writing = next.take(POST);
      screen.until(writing.draft().loadedProperty()::get);
      assertThat(writing.draft().textProperty().get()).isEqualTo("Hello");
      next.close();
    }

    @Test
    void whatIsPostedWhileItIsLookedForIsNoDraftAndNothingIsTold() {
      queue(model, "Hello");
      List<OutboxEntry> left = feeds().outbox().all();
      desk.close();
      desk.outgoing().makeDrafts(left);
      screen.until(() -> true);
      assertThat(messages()).isEqualTo(1);
      assertThat(feeds().drafts().all()).isEmpty();
      assertThat(test.workspace().notices().problemProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void nothingIsToldWhereNothingWasLeft() {
      restarted().close();
      assertThat(test.workspace().notices().problemProperty().get()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aReplyIsToldItsMessage() {
    MessageId root = SomeFeed.of("Mara").post("Back in harbour").id();
    model.close();
    model = compose(Destination.inThread(root));
    model.draft().textProperty().set("Welcome back");
    assertThat(feeds().log().get(posted())).isPresent();
  }
}
