package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.ref.MessageId;

/// Somebody answers one post of a thread.
class AnsweringTest extends WhileWriting {
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private MessageId root;
  private MessageId first;
  private MessageId newest;

  @BeforeEach
  void beInAThread() {
    mara.name(mara.id(), "Mara");
    root = jonas.post("Who has a boat?").id();
    first = mara.reply("I do", root, root).id();
    newest = jonas.reply("Anybody else?", root, first).id();
    test.receive(mara, jonas);
    model.close();
    model = writing();
  }

  private ComposeViewModel writing() {
    ComposeViewModel opened = compose(Destination.inThread(root));
    opened.answer(thread());
    return opened;
  }

  private ThreadView thread() {
    return test.workspace().feeds().threads().of(root).orElseThrow();
  }

  private PostView post(MessageId id) {
    return thread().posts().stream().filter(post -> post.id().equals(id)).findFirst().orElseThrow();
  }

  private void answer(MessageId id) {
    model.answer(post(id));
    screen.until(() -> true);
  }

  private boolean isAnswering() {
    return model.draft().answeredProperty().get().isPresent();
  }

  private void write(String text) {
    model.draft().textProperty().set(text);
  }

  @Test
  void itComesAfterThatPostAndAllOthersAndMentionsItsAuthor() {
    answer(first);
    write("May I come along?");
    Post reply = post(posted()).post();
    assertThat(reply.place().root()).contains(root);
    assertThat(reply.place().branch()).containsExactly(first, newest);
    assertThat(reply.text()).isEqualTo("[@Mara](" + mara.id() + ") May I come along?");
    assertThat(reply.mentions()).extracting(Mention::link).containsExactly(mara.id().toString());
  }

  @Test
  void theMentionTakesRoom() {
    write("May I come along?");
    int without = model.roomProperty().get();
    answer(first);
    assertThat(model.roomProperty().get()).isLessThan(without - mara.id().toString().length());
  }

  @Test
  void whoChoosesToAnswerAllMentionsNobody() {
    answer(first);
    model.answerAll();
    write("Ahoy");
    Post reply = post(posted()).post();
    assertThat(reply.text()).isEqualTo("Ahoy");
    assertThat(reply.place().branch()).containsExactly(newest);
    assertThat(reply.mentions()).isEmpty();
  }

  @Test
  void whoAnswersTheOpeningOrThemselvesAnswersAll() {
    answer(first);
    answer(root);
    assertThat(isAnswering()).isFalse();
    write("Ahoy");
    MessageId ours = posted();
    answer(first);
    answer(ours);
    assertThat(isAnswering()).isFalse();
  }

  @Test
  void theNextTextAnswersAllAgain() {
    answer(first);
    write("May I come along?");
    posted();
    assertThat(isAnswering()).isFalse();
  }

  @Test
  void itIsKeptWithTheDraft() {
    answer(first);
    write("May I");
    model.draft().keep();
    model.close();
    model = writing();
    assertThat(model.draft().answeredProperty().get().map(Answered::message)).contains(first);
    write("");
    model.answerAll();
    model.draft().keep();
    assertThat(test.workspace().feeds().drafts().all()).isEmpty();
  }

  @Test
  void itComesBackWithWhatIsTakenBack() {
    answer(first);
    write("May I come along?");
    model.publish(() -> {}, id -> {});
    screen.until(() -> !desk.outgoing().waiting().isEmpty());
    model.takeBack(desk.outgoing().newest().orElseThrow(), () -> {});
    screen.until(() -> model.draft().textProperty().get().equals("May I come along?"));
    assertThat(model.draft().answeredProperty().get().map(Answered::message)).contains(first);
  }

  @Test
  void whoIsAnsweredInOneOfTwoTextsThatBecomeOneIsStillMentioned() {
    Answered toMara = new Answered(first, mara.id(), "Mara");
    Answered toJonas = new Answered(newest, jonas.id(), "Jonas");
    Words one = Words.NONE.answering(toMara);
    Words other = new Words("Ahoy", "", List.of(), Optional.of(toJonas));
    assertThat(one.before(other).addressed())
        .contains(mara.id().toString())
        .contains(jonas.id().toString());
  }
}
