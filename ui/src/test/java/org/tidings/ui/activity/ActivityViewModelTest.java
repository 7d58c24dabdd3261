package org.tidings.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.conversation.ConversationViewModel;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.thread.ThreadViewModel;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Unseen;

class ActivityViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private MessageId ours;
  private Unseen unseen;
  private ActivityViewModel activity;

  @BeforeEach
  void post(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    ours = test.workspace().feeds().publisher().publish(Post.root("ours").toJson()).id();
    open();
  }

  private void open() {
    unseen = new Unseen(test.workspace());
    activity = new ActivityViewModel(test.workspace(), unseen);
  }

  @AfterEach
  void close() {
    leave();
    test.close();
  }

  private void leave() {
    activity.close();
    unseen.close();
  }

  private void reply(String text) {
    mara.reply(text, ours, ours);
    test.receive(mara);
  }

  private int waiting() {
    return unseen.countProperty().get().activity();
  }

  private List<Boolean> news() {
    return activity.rows().rows().stream().map(ActivityRow::isNew).toList();
  }

  @Test
  void whatConcernsUsAppearsNewestFirst() {
    activity.arrive();
    reply("first");
    mara.follow(test.workspace().self());
    mara.vote(ours, 1);
    test.receive(mara);
    screen.until(() -> activity.rows().rows().size() == 3);
  }

  @Test
  void whatWaitsIsCountedUntilThePersonComes() {
    reply("one");
    reply("two");
    screen.until(() -> waiting() == 2);
    activity.arrive();
    screen.until(() -> waiting() == 0);
    assertThat(news()).containsExactly(true, true);
  }

  @Test
  void whatComesWhileThePersonIsThereIsSeenAndMarkedAsNew() {
    activity.arrive();
    reply("one");
    screen.until(() -> news().equals(List.of(true)) && waiting() == 0);
  }

  @Test
  void whatCameWhileThePersonWasElsewhereIsNewWhenTheyComeAgain() {
    reply("one");
    activity.arrive();
    screen.until(() -> news().equals(List.of(true)));
    activity.depart();
    reply("two");
    screen.until(() -> waiting() == 1);
    activity.arrive();
    screen.until(() -> news().equals(List.of(true, false)) && waiting() == 0);
  }

  @Test
  void whatComesLateIsNewThoughItWasWrittenBeforeWhatWasSeen() {
    SomeFeed jonas = SomeFeed.of("Jonas");
    jonas.reply("written first", ours, ours);
    mara.post("something else");
    reply("comes first");
    activity.arrive();
    screen.until(() -> news().equals(List.of(true)) && waiting() == 0);
    activity.depart();
    test.receive(jonas);
    screen.until(() -> waiting() == 1);
    activity.arrive();
    screen.until(() -> news().equals(List.of(false, true)) && waiting() == 0);
  }

  @Test
  void whatWasReadInPrivateIsNotNewHereAnyMore() {
    FeedId self = test.workspace().self();
    Sealing.write(mara, Post.reply("to you alone", ours, List.of(ours)), self);
    reply("in the open");
    screen.until(() -> waiting() == 2);
    var talk = new ConversationViewModel(test.workspace(), unseen, Set.of(mara.id()));
    talk.arrive();
    screen.until(() -> waiting() == 1);
    talk.close();
    activity.arrive();
    screen.until(() -> news().equals(List.of(true, false)));
  }

  @Test
  void whatWasReadInItsPrivateThreadIsNotNewHereAnyMore() {
    FeedId self = test.workspace().self();
    Message ask = Sealing.write(mara, Post.reply("to you alone", ours, List.of(ours)), self);
    reply("in the open");
    screen.until(() -> waiting() == 2);
    var place = new Place.InThread(ask.id());
    ThreadViewModel thread = new ThreadViewModel(test.workspace(), unseen, place);
    thread.arrive();
    screen.until(() -> waiting() == 1);
    thread.close();
    activity.arrive();
    screen.until(() -> news().equals(List.of(true, false)));
  }

  @Test
  void whatWasSeenStaysSeenOverARestart() {
    reply("one");
    activity.arrive();
    screen.until(() -> !activity.rows().rows().isEmpty() && waiting() == 0);
    leave();
    open();
    activity.arrive();
    screen.until(() -> news().equals(List.of(false)));
    assertThat(waiting()).isZero();
  }

  @Test
  void aPostThatMentionsUsOverAndOverIsOne() {
    Json us = JsonObject.of("link", Json.of(test.workspace().self().toString()));
    JsonArray mentions = JsonArray.of(Collections.nCopies(70, us).toArray(Json[]::new));
    mara.write(
        JsonObject.builder()
            .put("type", "post")
            .put("text", "You!")
            .put("mentions", mentions)
            .build());
    test.receive(mara);
    activity.arrive();
    screen.until(() -> !activity.rows().rows().isEmpty());
    assertThat(activity.rows().rows()).hasSize(1);
  }

  @Test
  void theBlockedGoAwayAtOnce() throws PublishRefused {
    reply("one");
    activity.arrive();
    screen.until(() -> !activity.rows().rows().isEmpty());
    test.workspace().feeds().publisher().publish(Contact.block(mara.id()).toJson());
    screen.until(() -> activity.rows().rows().isEmpty());
  }
}
