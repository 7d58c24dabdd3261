package org.tidings.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.Fx;
import org.tidings.ui.control.RowList;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Sealing;

/// What a person does who talks in private.
@Tag("journey")
class PrivateJourneyTest extends OnSomeCircle {
  private static final int MANY = 20;
  private static final int LONG = 70;

  private Feeds feeds() {
    return window.test().workspace().feeds();
  }

  private Message hear(String text) {
    Message message = Sealing.write(circle.mara, text, feeds().identity().id());
    window.test().receive(circle.mara);
    return message;
  }

  private List<PostView> withMara() {
    return feeds().conversations().posts(Set.of(circle.mara.id()), TimelineKey.TOP, 9);
  }

  @Test
  void aConversationIsBegunByKeyboardAndItsDraftIsKept() {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    window.type("lindq");
    window.reads("Add Mara Lindqvist");
    window.press(KeyCode.ENTER);
    window.reads("1 of 6 people");
    window.press(KeyCode.ENTER);
    window.reads("Only you and Mara Lindqvist can read this.");
    window.type("Psst");
    window.go(new Place.Home());
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    assertThat(window.written()).isEqualTo("Psst");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await("it is said in private").until(() -> withMara().size() == 1);
    assertThat(window.written()).isEmpty();
  }

  @Test
  void tabLeadsToTheFirstConversation() {
    hear("Meet me at the old wreck");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.reads("Meet me at the old wreck");
    window.press(KeyCode.TAB);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(Place.Conversation.with(Set.of(circle.mara.id())));
  }

  @Test
  void tabLeadsFromTheNameToThePeopleOffered() {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    window.reads("Add Mara Lindqvist");
    window.press(KeyCode.TAB);
    window.press(KeyCode.ENTER);
    window.reads("1 of 6 people");
  }

  @Test
  void whatComesWhileOneIsThereIsSaid() {
    hear("Meet me at the old wreck");
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.reads("Meet me at the old wreck");
    hear("Bring a lamp");
    window.hears("Mara Lindqvist: Bring a lamp");
    window.type("I will");
    assertThat(window.written()).isEqualTo("I will");
  }

  @Test
  void whereNothingOfAConversationCanBeReadThatIsSaid() {
    Message message = hear("Meet me at the old wreck");
    window.test().temp().settled();
    TempFeeds.damage(feeds(), message.author(), message.sequence().value());
    window.go(new Place.Private());
    window.reads("What was said is damaged on this disk");
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.reads("None of it can be read now.");
  }

  @Test
  void whatIsWrittenToUsIsAnnouncedReadAndAnswered() {
    hear("Meet me at the old wreck");
    window.click("Private, 1 new");
    window.reads("Meet me at the old wreck");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    window.reads("Private, nothing new");
    window.type("I will be there");
    window.click("Send");
    window.waitsForPosting();
    window.readsNoMore("Posting");
    window.reads("I will be there");
    assertThat(withMara()).hasSize(2).allMatch(PostView::isPrivate);
  }

  @Test
  void whoReadsWhatWasSaidBeforeStaysThereWhenMoreIsSaid() {
    for (int day = 1; day <= MANY; day++) {
      hear("Log of day " + day);
    }
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.reads("Log of day " + MANY);
    ListView<?> list = (ListView<?>) window.stage().getScene().lookup(".row-list");
    Fx.run(() -> list.scrollTo(0));
    Fx.settle();
    window.reads("Log of day 1");
    hear("Meet me at the old wreck");
    window.reads("1 new message");
    window.reads("Log of day 1");
    window.click("1 new message");
    window.reads("Meet me at the old wreck");
    window.readsNoMore("1 new message");
    hear("And bring a lamp");
    window.reads("And bring a lamp");
  }

  @Test
  void whoAsksForEarlierMessagesGoesOnWhereTheyWere() {
    for (int day = 1; day <= LONG; day++) {
      Sealing.write(circle.mara, "Log of day " + day + ".", feeds().identity().id());
    }
    window.test().receive(circle.mara);
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.reads("Log of day " + LONG + ".");
    RowList<?> list = (RowList<?>) window.stage().getScene().lookup(".row-list");
    Fx.run(() -> list.scrollTo(0));
    Fx.settle();
    window.reads("Log of day 21.");
    window.click("Show earlier messages");
    window.eventually("they come", () -> list.getItems().size() == LONG);
    Fx.settle();
    window.reads("Log of day 21.");
    window.readsNoMore("Log of day 1.");
  }

  @Test
  void aPrivateThreadIsAnsweredInPrivate() {
    Message message = hear("Meet me at the old wreck");
    window.go(new Place.InThread(message.id(), true));
    window.reads("Only you and Mara Lindqvist can read this.");
    window.type("I will be there");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await("it is said in private").until(() -> withMara().size() == 2);
  }

  @Test
  void whatTurnsOutToHaveBegunInPrivateIsAnsweredInPrivate() {
    Message message = Sealing.write(circle.mara, "Meet me", feeds().identity().id());
    circle.jonas.reply("Where?", message.id(), message.id());
    window.test().receive(circle.jonas);
    window.go(new Place.InThread(message.id()));
    window.reads("Where?");
    window.test().receive(circle.mara);
    window.reads("Only you and Mara Lindqvist can read this.");
  }

  @Test
  void whatIsBeingWrittenComesAlongWhereItTurnsOutToHaveBegunInPrivate() {
    Message message = Sealing.write(circle.mara, "Meet me", feeds().identity().id());
    circle.jonas.reply("Where?", message.id(), message.id());
    window.test().receive(circle.jonas);
    window.go(new Place.InThread(message.id(), true));
    window.reads("Where?");
    window.type("At the");
    window.test().receive(circle.mara);
    window.reads("Only you and Mara Lindqvist can read this.");
    await("the words are there").until(() -> window.written().equals("At the"));
    window.type(" pier");
    assertThat(window.written()).isEqualTo("At the pier");
    assertThat(feeds().drafts().load("thread:" + message.id())).isEmpty();
  }

  @Test
  void aDraftInThePrivateThreadIsFoundThoughOthersReadWhatWasSaidLast() {
    FeedId us = feeds().identity().id();
    Message root = hear("Meet me at the old wreck");
    feeds().drafts().save("private:" + circle.mara.id() + ":" + root.id(), "I will be there");
    Post forBoth = Post.reply("Jonas, too", root.id(), List.of(root.id()));
    Sealing.write(circle.mara, forBoth, us, circle.jonas.id());
    window.test().receive(circle.mara);
    window.go(new Place.Drafts());
    window.click("In private: Mara Lindqvist: I will be there");
    window.reads("Only you and Mara Lindqvist can read this.");
    window.reads("Jonas, too");
    assertThat(window.written()).isEqualTo("I will be there");
  }

  @Test
  void aDraftInTheOpenIsFoundThoughItsThreadBeganInPrivate() {
    Message root = hear("Meet me at the old wreck");
    circle.jonas.reply("Where?", root.id(), root.id());
    window.test().receive(circle.jonas);
    feeds().drafts().save("thread:" + root.id(), "At the pier");
    window.go(new Place.Drafts());
    window.click("In the thread of Mara Lindqvist: At the pier");
    window.reads("Where?");
    assertThat(window.written()).isEqualTo("At the pier");
  }

  @Test
  void aLikeOfAPrivatePostIsPrivate() {
    Message message = hear("Meet me at the old wreck");
    window.go(new Place.InThread(message.id()));
    window.click("Like");
    await().until(() -> feeds().reactions().counts(message.id()).ours() == 1);
    var newest = feeds().log().head(feeds().identity().id()).orElseThrow();
    byte[] wire = feeds().log().get(newest.id()).orElseThrow().wire();
    assertThat(new String(wire, UTF_8)).contains(".box").doesNotContain("vote");
  }

  @Test
  void aTextIsForMorePeopleAfterAll() {
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.type("Psst");
    window.click("Change recipients");
    window.reads("1 of 6 people");
    window.type("jon");
    window.reads("jonas 🌱, @");
    window.press(KeyCode.ENTER);
    window.reads("2 of 6 people");
    window.press(KeyCode.ENTER);
    Set<FeedId> both = Set.of(circle.mara.id(), circle.jonas.id());
    window.eventually(
        "the conversation is with both",
        () -> window.test().workspace().navigator().place().equals(new Place.Conversation(both)));
    window.reads("Only you, jonas 🌱 and Mara Lindqvist can read this.");
    assertThat(window.written()).isEqualTo("Psst");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await().until(() -> feeds().conversations().posts(both, TimelineKey.TOP, 9).size() == 1);
    assertThat(withMara()).isEmpty();
  }

  @Test
  void whoIsTakenOutReadsNothingThatIsSentBeforeThatIsConfirmed() {
    Set<FeedId> both = Set.of(circle.mara.id(), circle.jonas.id());
    window.go(Place.Conversation.with(both));
    window.type("Psst");
    window.click("Change recipients");
    window.click("Remove jonas 🌱");
    window.reads("1 of 6 people");
    assertThat(window.canClick("Send")).isFalse();
    Node text = window.stage().getScene().lookup(".writing-area .code-area");
    Fx.run(text::requestFocus);
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Only you and Mara Lindqvist can read this.");
    assertThat(window.written()).isEqualTo("Psst");
    assertThat(feeds().outbox().all()).isEmpty();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await().until(() -> withMara().size() == 1);
    assertThat(feeds().conversations().posts(both, TimelineKey.TOP, 9)).isEmpty();
  }

  @Test
  void escapeKeepsTheRecipients() {
    window.go(Place.Conversation.with(Set.of(circle.mara.id())));
    window.click("Change recipients");
    window.click("Remove Mara Lindqvist");
    window.reads("0 of 6 people");
    window.press(KeyCode.ESCAPE);
    window.reads("Only you and Mara Lindqvist can read this.");
    assertThat(window.place()).isEqualTo(new Place.Conversation(Set.of(circle.mara.id())));
  }

  @Test
  void aProfileLeadsToTheConversation() {
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Message");
    window.reads("Nothing said yet");
  }
}
