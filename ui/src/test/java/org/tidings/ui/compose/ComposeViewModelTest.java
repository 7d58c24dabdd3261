package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.log.ContentRefused;
import org.tidings.feed.ref.MessageId;

class ComposeViewModelTest extends WhileWriting {
  private void write(String text) {
    model.draft().textProperty().set(text);
  }

  private void publishNow() {
    model.publish(() -> {}, id -> {});
  }

  private boolean nothingWaits() {
    return desk.outgoing().waiting().isEmpty();
  }

  private Drafts drafts() {
    return test.workspace().feeds().drafts();
  }

  private Post stored(MessageId id) {
    ThreadView thread = test.workspace().feeds().threads().of(id).orElseThrow();
    return thread.posts().stream()
        .filter(post -> post.id().equals(id))
        .findFirst()
        .map(PostView::post)
        .orElseThrow();
  }

  @Test
  void nothingWrittenCannotBePublished() {
    write(" \n ");
    assertThat(model.canPublishProperty().get()).isFalse();
  }

  @Test
  void whatIsWrittenIsPublished() {
    write("Hello out there\n");
    assertThat(stored(posted()).text()).isEqualTo("Hello out there");
  }

  @Test
  void theTextGoesAwayOnceItIsInTheOutbox() {
    write("Hello out there");
    publishNow();
    screen.until(() -> !nothingWaits());
    assertThat(model.draft().textProperty().get()).isEmpty();
    assertThat(drafts().load("post")).isEmpty();
  }

  @Test
  void aWarningIsPublishedWithTheText() {
    write("The tree did it.");
    model.draft().warningProperty().set(" Spoilers ");
    assertThat(stored(posted()).contentWarning()).contains("Spoilers");
  }

  @Test
  void idsInTheTextAreMentioned() {
    String mara = SomeFeed.of("Mara").id().toString();
    write("Ask [@Mara](" + mara + ")");
    assertThat(stored(posted()).mentions()).extracting(mention -> mention.link()).contains(mara);
  }

  @Test
  void theTextStaysUntilItIsInTheOutbox() {
    write("Hello out there");
    publishNow();
    assertThat(model.publishingProperty().get()).isTrue();
    assertThat(model.canPublishProperty().get()).isFalse();
    assertThat(model.draft().textProperty().get()).isEqualTo("Hello out there");
  }

  @Test
  void theDraftIsGoneFromTheDiskEvenIfTheWindowClosesWhilePublishing() {
    write("Hello out there");
    publishNow();
    assertThat(drafts().load("post")).isEmpty();
  }

  @Nested
  class Refused {
    @Test
    void theTextIsKeptWhenTheDiskIsFull() {
      write("Hello out there");
      model.draft().keep();
      screen.until(model.draft().settledProperty()::get);
      test.temp().leavePages(0);
      write("Hello out there" + "!".repeat(4_000));
      publishNow();
      screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
      screen.until(() -> !model.publishingProperty().get());
      assertThat(model.draft().textProperty().get()).startsWith("Hello out there!");
      assertThat(nothingWaits()).isTrue();
    }

    @Test
    void halfACharacterIsRefusedAndKept() {
      write("broken \ud83d");
      publishNow();
      screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
      assertThat(model.draft().textProperty().get()).isEqualTo("broken \ud83d");
      assertThat(model.canPublishProperty().get()).isTrue();
    }
  }

  @Nested
  class Held {
    @BeforeEach
    void hold() {
      write("Hello out there");
      test.workspace().feeds().gate().keyInUseElsewhere();
      screen.until(() -> model.heldProperty().get().isPresent());
    }

    @Test
    void nothingCanBePublishedAndTheReasonIsThere() {
      assertThat(model.canPublishProperty().get()).isFalse();
      assertThat(model.heldProperty().get())
          .hasValueSatisfying(why -> assertThat(why).isNotBlank());
    }

    @Test
    void theTextIsKept() {
      publishNow();
      assertThat(model.draft().textProperty().get()).isEqualTo("Hello out there");
      assertThat(nothingWaits()).isTrue();
    }

    @Test
    void publishingWorksAgainWhenTheGateOpens() {
      test.workspace().feeds().gate().override();
      screen.until(() -> model.heldProperty().get().isEmpty());
      assertThat(model.canPublishProperty().get()).isTrue();
    }
  }

  @Nested
  class Room {
    @Test
    void thereIsPlentyBeforeAnythingIsWritten() {
      assertThat(model.roomProperty().get()).isGreaterThan(7_000);
    }

    @Test
    void theLongestTextThatFitsIsPublished() {
      write("a");
      write("a".repeat(1 + model.roomProperty().get()));
      assertThat(model.roomProperty().get()).isZero();
      assertThat(stored(posted()).text()).hasSizeGreaterThan(7_000);
    }

    @Test
    void oneCharacterMoreDoesNotFit() {
      write("a");
      write("a".repeat(2 + model.roomProperty().get()));
      assertThat(model.roomProperty().get()).isEqualTo(-1);
      assertThat(model.canPublishProperty().get()).isFalse();
    }

    /// Quotes, line ends, emoji and mentions all count in their own way.
    private void fillToTheBrim() {
      String start = "\"Text\"\n🌊 #channel " + SomeFeed.of("Mara").id() + " ";
      write(start + "a");
      write(start + "a".repeat(1 + model.roomProperty().get()));
    }

    @Test
    void whatIsCountedToFitFits() {
      fillToTheBrim();
      assertThat(model.roomProperty().get()).isZero();
      assertThat(stored(posted()).text()).endsWith("aaa");
    }

    @Test
    void whatIsCountedTooLongIsRefusedIndeed() {
      fillToTheBrim();
      write(model.draft().textProperty().get() + "a");
      assertThatThrownBy(() -> test.workspace().feeds().publisher().publish(model.post().toJson()))
          .isInstanceOf(ContentRefused.class);
    }

    @Test
    void mentionsTakeRoom() {
      write("x".repeat(60));
      int without = model.roomProperty().get();
      write("@" + SomeFeed.of("Mara").id().toString().substring(1) + "x".repeat(7));
      assertThat(model.roomProperty().get()).isLessThan(without - 60);
    }

    @Test
    void aWarningTakesRoom() {
      write("x");
      int without = model.roomProperty().get();
      model.draft().warningProperty().set("Spoilers");
      assertThat(model.roomProperty().get()).isLessThan(without - "Spoilers".length());
    }

    /// What is sealed takes four characters for three of the text, and room for each reader.
    @Test
    void ofAPrivateTextTheLettersAreCountedThatItCanStillHold() {
      model.close();
      model = compose(Destination.among(Set.of(SomeFeed.of("Mara").id())));
      write("a");
      write("a".repeat(1 + model.roomProperty().get()));
      assertThat(model.roomProperty().get()).isZero();
      write(model.draft().textProperty().get().substring(3) + "茶");
      assertThat(model.roomProperty().get()).isZero();
      assertThat(stored(posted()).text()).endsWith("a茶").hasSizeGreaterThan(5_000);
    }

    @Test
    void eachReaderOfAPrivateTextTakesRoom() {
      ComposeViewModel one = compose(Destination.among(Set.of(SomeFeed.of("Mara").id())));
      ComposeViewModel two =
          compose(Destination.among(Set.of(SomeFeed.of("Mara").id(), SomeFeed.of("Jonas").id())));
      one.draft().textProperty().set("psst");
      two.draft().textProperty().set("psst");
      assertThat(two.roomProperty().get()).isLessThan(one.roomProperty().get() - 60);
      one.close();
      two.close();
    }

    @Test
    void aWholeBookIsMeasuredAndKept() {
      write("word ".repeat(200_000));
      assertThat(model.roomProperty().get()).isLessThan(-900_000);
      model.draft().keep();
      assertThat(drafts().load("post")).hasValueSatisfying(b -> assertThat(b).hasSize(1_000_000));
    }
  }

  @Nested
  class Replying {
    @Test
    void aReplyNamesItsThreadAndTheNewestPosts() {
      SomeFeed mara = SomeFeed.of("Mara");
      MessageId root = mara.post("Back in harbour").id();
      MessageId first = mara.reply("one", root, root).id();
      SomeFeed jonas = SomeFeed.of("Jonas");
      MessageId second = jonas.reply("two", root, root).id();
      test.receive(mara, jonas);
      model.close();
      model = compose(Destination.inThread(root));
      model.answer(test.workspace().feeds().threads().of(root).orElseThrow());
      write("Welcome back");
      Post reply = stored(posted());
      assertThat(reply.place().root()).contains(root);
      assertThat(reply.place().branch()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aReplyToAThreadOfWhichNothingIsHereNamesItsRoot() {
      MessageId root = SomeFeed.of("Mara").post("elsewhere").id();
      assertThat(Destination.inThread(root).after(List.of()).branch()).containsExactly(root);
    }

    @Test
    void threadsHaveDraftsOfTheirOwn() {
      MessageId root = SomeFeed.of("Mara").post("elsewhere").id();
      write("a new post");
      ComposeViewModel reply = compose(Destination.inThread(root));
      reply.draft().textProperty().set("a reply");
      reply.draft().keep();
      model.draft().keep();
      reply.close();
      assertThat(drafts().load("post")).contains("a new post");
      assertThat(drafts().load("thread:" + root)).contains("a reply");
    }

    @Test
    void outOfManyHeadsSomeAreNamed() {
      SomeFeed mara = SomeFeed.of("Mara");
      List<MessageId> heads = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        heads.add(mara.post("post " + i).id());
      }
      List<MessageId> branch = Destination.inThread(heads.getFirst()).after(heads).branch();
      assertThat(branch).hasSizeLessThan(20).endsWith(heads.getLast());
    }
  }

  @Nested
  class Drafted {
    @Test
    void aWordIsOnDiskAsSoonAsItIsTyped() {
      write("Hello");
      assertThat(drafts().load("post")).contains("Hello");
      write("Hello out");
      write("Hello out there");
      screen.until(model.draft().settledProperty()::get);
      assertThat(drafts().load("post")).contains("Hello out there");
    }

    @Test
    void whatIsTypedIsOnDiskAMomentLater() {
      write("Hello");
      assertThat(model.draft().settledProperty().get()).isFalse();
      screen.until(model.draft().settledProperty()::get);
      assertThat(drafts().load("post")).contains("Hello");
    }

    @Test
    void whatWasLeftIsBroughtBack() {
      write("Hello");
      model.draft().warningProperty().set("Greeting");
      model.draft().keep();
      model.close();
      model = compose(Destination.newThread());
      assertThat(model.draft().textProperty().get()).isEqualTo("Hello");
      assertThat(model.draft().warningProperty().get()).isEqualTo("Greeting");
    }

    @Test
    void whatIsTakenBackIsTakenFromTheDisk() {
      write("Hello");
      model.draft().keep();
      write("");
      model.draft().keep();
      assertThat(drafts().load("post")).isEmpty();
    }

    @Test
    void whatChangedBackWhileItWasSavedIsSavedAgain() {
      write("a");
      model.draft().keep();
      write("b");
      model.draft().keep();
      write("a");
      model.draft().keep();
      assertThat(drafts().load("post")).contains("a");
      screen.until(model.draft().settledProperty()::get);
    }
  }

  @Nested
  class Unreadable {
    @BeforeEach
    void failToBringBack() {
      drafts().save("post", "What I wrote");
      model.close();
      test.temp().hideDrafts();
      model = new ComposeViewModel(test.workspace(), desk.outgoing(), Destination.newThread());
      screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
      test.temp().showDrafts();
    }

    @Test
    void nothingIsSavedOverADraftThatWasNotRead() {
      write("New words");
      model.draft().keep();
      screen.until(() -> true);
      assertThat(model.draft().loadedProperty().get()).isFalse();
      assertThat(drafts().load("post")).contains("What I wrote");
    }

    @Test
    void theDraftComesBackWhenTriedAgain() {
      model.draft().load();
      screen.until(model.draft().loadedProperty()::get);
      assertThat(model.draft().textProperty().get()).isEqualTo("What I wrote");
    }
  }

  @Test
  void theAuthorIsUs() {
    screen.until(() -> model.authorProperty().get().isPresent());
    assertThat(model.authorProperty().get().map(by -> by.id()))
        .isEqualTo(Optional.of(test.workspace().self()));
  }
}
