package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.compose.Continuation.Stage;

/// A text that outgrows one post.
class ContinuationTest extends WhileWriting {
  private static final String PARAGRAPH = "Nine days at sea, \"without\" any network. ".repeat(30);
  private static final String LONG = (PARAGRAPH + "\n\n").repeat(15).strip();

  private final SomeFeed mara = SomeFeed.of("Mara");

  private Feeds feeds() {
    return test.workspace().feeds();
  }

  private Stage stage() {
    return model.continuation().stageProperty().get();
  }

  private void write(String text) {
    model.draft().textProperty().set(text);
  }

  private void wanted(String text) {
    write(text);
    screen.until(() -> stage() == Stage.SEVERAL);
    model.continuation().wantedProperty().set(true);
  }

  private void writeInstead(Destination destination) {
    model.close();
    model = compose(destination);
  }

  private static String together(List<PostView> posts) {
    return posts.stream().map(post -> post.post().text()).collect(Collectors.joining());
  }

  private List<PostView> thread(MessageId message) {
    return feeds().threads().of(message).orElseThrow().posts();
  }

  @Test
  void nearTheEndItIsSaid() {
    write("Low tide");
    assertThat(stage()).isEqualTo(Stage.ROOMY);
    write("a".repeat("Low tide".length() + model.roomProperty().get() - 20));
    assertThat(model.roomProperty().get()).isEqualTo(20);
    assertThat(stage()).isEqualTo(Stage.NEAR);
  }

  @Test
  void tooLongATextIsPostedOnlyWhereThePersonWantsAThread() {
    write(LONG);
    screen.until(() -> stage() == Stage.SEVERAL);
    assertThat(model.continuation().postsProperty().get()).hasSize(3);
    assertThat(model.canPublishProperty().get()).isFalse();
    model.continuation().wantedProperty().set(true);
    assertThat(model.canPublishProperty().get()).isTrue();
    write("Low tide");
    assertThat(stage()).isEqualTo(Stage.ROOMY);
    assertThat(model.canPublishProperty().get()).isTrue();
  }

  @Test
  void theFirstPostIsTheRootAndEachFollowsTheOneBefore() {
    model.draft().warningProperty().set("Long");
    wanted(LONG);
    List<PostView> posts = thread(posted());
    assertThat(posts).hasSize(3);
    assertThat(together(posts)).isEqualTo(LONG);
    MessageId root = posts.getFirst().id();
    assertThat(posts.getFirst().post().place().isRoot()).isTrue();
    for (int i = 1; i < posts.size(); i++) {
      Post post = posts.get(i).post();
      assertThat(post.place().root()).contains(root);
      assertThat(post.place().branch()).containsExactly(posts.get(i - 1).id());
      assertThat(post.contentWarning()).contains("Long");
    }
    assertThat(model.continuation().wantedProperty().get()).isFalse();
  }

  @Test
  void eachPostMentionsWhatStandsInIt() {
    String mention = "[@Mara](" + mara.id() + ")";
    wanted(LONG + "\n\n" + mention + " #sailing");
    List<PostView> posts = thread(posted());
    assertThat(posts.getFirst().post().mentions()).isEmpty();
    assertThat(posts.getLast().post().mentions())
        .extracting(Mention::link)
        .containsExactly(mara.id().toString(), "#sailing");
  }

  @Test
  void aTextOfNothingButMentionsHasRoomInItsPosts() {
    String line = "[@Mara](" + mara.id() + ") \"and\" #sailing-in-winter\n";
    wanted(line.repeat(150));
    assertThat(together(thread(posted()))).isEqualTo(line.repeat(150).stripTrailing());
  }

  @Test
  void tenThousandMentionsAreTooManyForAnyThreadAndSafeInTheDraft() {
    String text = ("[@Mara](" + mara.id() + ") ").repeat(10_000);
    write(text);
    screen.until(() -> stage() == Stage.TOO_LONG);
    assertThat(model.canPublishProperty().get()).isFalse();
    screen.until(model.draft().settledProperty()::get);
    writeInstead(Destination.newThread());
    assertThat(model.draft().textProperty().get()).isEqualTo(text);
  }

  @Test
  void aReplyGoesOnInItsThread() {
    MessageId root = mara.post("Back in harbour").id();
    MessageId first = mara.reply("one", root, root).id();
    test.receive(mara);
    writeInstead(Destination.inThread(root));
    model.answer(feeds().threads().of(root).orElseThrow());
    wanted(LONG);
    posted();
    List<PostView> posts = thread(root);
    assertThat(posts).hasSize(5);
    assertThat(posts.get(2).post().place().branch()).containsExactly(first);
    assertThat(posts.get(4).post().place().branch()).containsExactly(posts.get(3).id());
    assertThat(together(posts.subList(2, 5))).isEqualTo(LONG);
  }

  @Test
  void inPrivateAllOfItIsPrivate() {
    writeInstead(Destination.among(Set.of(mara.id())));
    wanted(LONG);
    posted();
    screen.until(() -> conversation().size() > 1);
    assertThat(together(conversation().reversed())).isEqualTo(LONG);
    assertThat(conversation()).allMatch(PostView::isPrivate);
  }

  private List<PostView> conversation() {
    return feeds().conversations().posts(List.of(mara.id()), TimelineKey.TOP, 9);
  }

  @Test
  void takenBackItIsOneTextAgainAndStillAThread() {
    model.close();
    model = desk.take(Destination.newThread());
    screen.until(model.draft().loadedProperty()::get);
    model.draft().warningProperty().set("Long");
    wanted(LONG);
    model.publish(() -> {}, id -> {});
    screen.until(() -> desk.outgoing().waiting().size() == 1);
    assertThat(desk.outgoing().waiting().getFirst().posts()).hasSize(3);
    assertThat(model.draft().isEmpty()).isTrue();
    desk.undo();
    screen.until(() -> desk.outgoing().waiting().isEmpty());
    assertThat(model.draft().words())
        .isEqualTo(new Words(LONG, "Long", List.of(), Optional.empty()));
    screen.until(model.canPublishProperty()::get);
    test.pass(Outgoing.UNDO);
    assertThat(feeds().log().count()).isZero();
  }

  @Test
  void codeThatWasCutIsOneBlockAgain() {
    String code = "```java\n" + "low.tide(at, six);\n".repeat(600) + "```\n\nAnd so on.";
    wanted(code);
    model.publish(() -> {}, id -> {});
    screen.until(() -> desk.outgoing().waiting().size() == 1);
    assertThat(desk.outgoing().waiting().getFirst().posts())
        .hasSizeGreaterThan(1)
        .allMatch(post -> post.text().startsWith("```java\n"));
    Desk next = new Desk(test.workspace());
    screen.until(() -> feeds().outbox().all().isEmpty());
    assertThat(feeds().drafts().load("post")).contains(code);
    next.close();
  }

  @Test
  void afterACrashItIsOneDraft() {
    wanted(LONG);
    model.publish(() -> {}, id -> {});
    screen.until(() -> desk.outgoing().waiting().size() == 1);
    Desk next = new Desk(test.workspace());
    screen.until(() -> feeds().outbox().all().isEmpty());
    assertThat(feeds().drafts().load("post")).contains(LONG);
    assertThat(feeds().log().count()).isZero();
    next.close();
  }

  @Test
  void aBookIsNoThread() {
    write("word ".repeat(200_000));
    screen.until(() -> stage() == Stage.TOO_LONG);
    model.continuation().wantedProperty().set(true);
    assertThat(model.canPublishProperty().get()).isFalse();
  }
}
