package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.index.Times;
import org.tidings.feed.index.Votes;
import org.tidings.feed.message.Message;

class HomeRowsTest {
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final ObservableList<PostView> arriving = FXCollections.observableArrayList();
  private final ObservableList<ThreadSummary> threads = FXCollections.observableArrayList();
  private final ObservableList<FollowNews> follows = FXCollections.observableArrayList();
  private final SimpleBooleanProperty atEnd = new SimpleBooleanProperty();
  private final SimpleBooleanProperty alone = new SimpleBooleanProperty();
  private final ObservableList<HomeRow> rows =
      new HomeRows(arriving, follows, threads, atEnd, alone).rows();

  /// What somebody sees who was told of every change and nothing else.
  private final List<HomeRow> followed = new ArrayList<>();

  @BeforeEach
  void follow() {
    rows.addListener((ListChangeListener<HomeRow>) this::follow);
  }

  private void follow(Change<? extends HomeRow> change) {
    while (change.next()) {
      followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      followed.addAll(change.getFrom(), change.getAddedSubList());
    }
  }

  private PostView post(String text) {
    Message message = mara.post(text);
    return new PostView(
        message.id(),
        new Byline(mara.id(), "Mara", Optional.empty()),
        (Post) ContentParser.parse(message.content()),
        new Times(message.timestamp(), (long) message.timestamp(), 0),
        Votes.NONE);
  }

  private ThreadSummary thread(String text) {
    PostView post = post(text);
    return new ThreadSummary(
        post.id(),
        Optional.of(post),
        Optional.empty(),
        List.of(),
        new ThreadSummary.Counts(0, 0),
        new TimelineKey(post.times().shownMs(), 1));
  }

  @Test
  void whatIsArrivingStandsAboveTheThreads() {
    PostView first = post("first");
    PostView second = post("second");
    ThreadSummary thread = thread("thread");
    threads.add(thread);
    arriving.setAll(List.of(first, second));

    assertThat(rows)
        .containsExactly(
            new HomeRow.Arriving(first, true),
            new HomeRow.Arriving(second, false),
            new HomeRow.Whole(thread));
    assertThat(followed).isEqualTo(rows);
  }

  private FollowNews follows(PostView after) {
    long shown = after.times().shownMs() + 1;
    return new FollowNews(List.of(after.by()), List.of(after.by()), new Times(shown, shown, shown));
  }

  @Test
  void whoFollowsWhomStandsAmongTheThreadsByTime() {
    ThreadSummary older = thread("older");
    FollowNews between = follows(older.opening().orElseThrow());
    FollowNews below = between.at(new Times(0, 0, 0));
    mara.post("some time passes");
    ThreadSummary newer = thread("newer");
    threads.setAll(List.of(newer, older));
    follows.setAll(List.of(between, below));

    assertThat(rows)
        .containsExactly(
            new HomeRow.Whole(newer), new HomeRow.Followed(between), new HomeRow.Whole(older));
    atEnd.set(true);
    assertThat(rows).hasSize(4).endsWith(new HomeRow.Followed(below));
    assertThat(followed).isEqualTo(rows);
  }

  @Test
  void everyChangeOfEitherIsTold() {
    threads.setAll(List.of(thread("a"), thread("b"), thread("c")));
    arriving.setAll(List.of(post("one"), post("two")));
    threads.remove(1);
    threads.add(thread("d"));
    threads.replaceAll(thread -> thread);
    assertThat(followed).isEqualTo(rows).hasSize(5);
    arriving.setAll(List.of(post("three")));
    threads.addFirst(thread("e"));
    assertThat(followed).isEqualTo(rows).hasSize(5);
    arriving.clear();
    assertThat(followed).isEqualTo(rows).hasSize(4);
  }

  @Test
  void whoFollowsNobodyIsToldHowToFindPeopleBelowTheThreads() {
    alone.set(true);
    assertThat(rows).isEmpty();
    threads.setAll(List.of(thread("a"), thread("b")));
    assertThat(followed).isEqualTo(rows).hasSize(3).endsWith(new HomeRow.Alone());
    threads.addFirst(thread("c"));
    threads.add(thread("d"));
    assertThat(followed).isEqualTo(rows).hasSize(5).endsWith(new HomeRow.Alone());
    alone.set(false);
    assertThat(followed).isEqualTo(rows).hasSize(4).doesNotContain(new HomeRow.Alone());
    alone.set(true);
    threads.clear();
    assertThat(followed).isEqualTo(rows).isEmpty();
  }
}
