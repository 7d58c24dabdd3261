package org.tidings.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.replication.ebt.SyncProgress.Owed;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class SyncViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private Optional<SyncProgress> now = Optional.empty();
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara Lindqvist");
    test.receive(mara);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whatAFriendHasIsToldUntilTheyGo() throws IOException, PublishRefused {
    SomeFeed jonas = SomeFeed.of("Jonas");
    IntStream.range(0, 30).forEach(post -> jonas.post("post " + post));
    test.workspace().feeds().publisher().publish(Contact.follow(jonas.id()).toJson());
    test.goOnline();
    SyncViewModel model = new SyncViewModel(test.workspace());
    test.closeFirst(model::close);
    try (ScriptedFriend friend =
        new ScriptedFriend(mara, test.workspace().replication().address())) {
      friend.claims(Map.of(jonas.id(), 5_000));
      screen.until(() -> done(model) == 0);
      friend.sends(jonas);
      screen.until(() -> done(model) == 30);
      Syncing syncing = model.syncingProperty().get().orElseThrow();
      assertThat(syncing.progress().messagesLeft()).isEqualTo(4_970);
      assertThat(syncing.from()).containsExactly(new Syncing.From("Mara Lindqvist", 4_970));
    }
    screen.until(() -> model.syncingProperty().get().isEmpty());
  }

  private static long done(SyncViewModel model) {
    return model.syncingProperty().get().map(now -> now.progress().messagesDone()).orElse(-1L);
  }

  @Test
  void aHandfulIsNotWorthALine() {
    SyncViewModel model = new SyncViewModel(test.workspace(), () -> now);
    show(model, progress(0, SyncViewModel.FEW - 1, List.of()));
    assertThat(model.syncingProperty().get()).isEmpty();
    show(model, progress(1, SyncViewModel.FEW - 1, List.of()));
    screen.until(() -> model.syncingProperty().get().isPresent());
    show(model, progress(SyncViewModel.FEW - 1, 1, List.of()));
    screen.until(() -> done(model) == SyncViewModel.FEW - 1);
  }

  @Test
  void ofManyTheFewWhoOweMostAreNamed() {
    SyncViewModel model = new SyncViewModel(test.workspace(), () -> now);
    List<Owed> owed =
        IntStream.range(0, 7)
            .mapToObj(n -> new Owed(SomeFeed.of("friend " + n).id(), 1, 700 - n))
            .toList();
    show(model, progress(100, 300, owed));
    screen.until(() -> model.syncingProperty().get().isPresent());
    Syncing syncing = model.syncingProperty().get().orElseThrow();
    assertThat(syncing.share()).isEqualTo(0.25);
    assertThat(syncing.from())
        .extracting(Syncing.From::messages)
        .containsExactly(700L, 699L, 698L, 697L);
    assertThat(syncing.others()).isEqualTo(3);
  }

  @Test
  void itIsToldInWords() {
    assertThat(SyncWords.done(progress(1_200, 300, List.of())))
        .isEqualTo("1,200 of 1,500 messages · 2 of 5 people up to date");
    assertThat(SyncWords.pace(paced(0))).isEqualTo("Nothing has come for a moment.");
    assertThat(SyncWords.pace(paced(0.2))).isEqualTo("1 message a second · about 25 minutes left");
    assertThat(SyncWords.pace(paced(10)))
        .isEqualTo("10 messages a second · less than a minute left");
    assertThat(SyncWords.pace(paced(0.05))).endsWith("about 1 hour left");
    assertThat(SyncWords.pace(paced(0.001))).endsWith("more than a day left");
  }

  private static SyncProgress paced(double perSecond) {
    return new SyncProgress(2, 3, 1_200, 300, perSecond, List.of());
  }

  private void show(SyncViewModel model, SyncProgress progress) {
    now = Optional.of(progress);
    model.look();
  }

  private static SyncProgress progress(long done, long left, List<Owed> from) {
    return new SyncProgress(2, 3, done, left, 25, from);
  }
}
