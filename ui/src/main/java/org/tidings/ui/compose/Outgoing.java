package org.tidings.ui.compose;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.workspace.WindowServices;
import org.tidings.ui.workspace.Workspace;

/// What is about to be posted and can still be taken back: rows of the outbox, signed when their
/// time has come, and at once where the window closes. Goes on where the window is made anew in
/// another language. Confined to the screen thread, but for what says otherwise.
public final class Outgoing implements AutoCloseable {
  static final Duration UNDO = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

  private static final Duration TICK = Duration.ofSeconds(1);

  private final WindowServices services;
  private final WindowClock clock;
  private final Background background;
  private final Notices notices;
  private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
  private final Subscription ticks;

  /// What is due, in the order in which it was written; the first is being signed.
  private final Deque<Waiting> due = new ArrayDeque<>();

  private Consumer<Waiting> refused = one -> {};
  private boolean ticking;
  private boolean closed;

  private final Object order = new Object();

  /// Guarded by `order`.
  private boolean recovered;

  Outgoing(Workspace workspace) {
    // It may outlive the screens of the workspace.
    services = workspace.services();
    clock = workspace.environment().clock();
    background = workspace.background();
    notices = workspace.notices();
    ticks = clock.tickedProperty().subscribe((was, is) -> tick());
  }

  /// From now on this is told what could not be posted when its time had come, and nobody else.
  void onRefused(Consumer<Waiting> told) {
    refused = told;
  }

  /// All of it, what was written last at the end.
  public ObservableList<Waiting> waiting() {
    return waiting;
  }

  /// What was written last and is neither signed nor taken back right now.
  Optional<Waiting> newest() {
    return waiting.reversed().stream()
        .filter(one -> one.stageProperty().get() != Waiting.Stage.LEAVING)
        .findFirst();
  }

  /// Puts a text into the outbox; off the screen thread.
  ///
  /// @param drafts what is left of it among the drafts, saved with it
  OutboxEntry put(Letter letter, String place, Map<String, String> drafts) throws PublishRefused {
    Feeds feeds = services.feeds();
    OutboxEntry entry = letter.entry(now() + UNDO.toMillis(), place);
    feeds.publisher().check(entry);
    return feeds.outbox().add(entry, drafts);
  }

  /// From here on it is shown, and signed in its time.
  void add(Waiting one) {
    waiting.add(one);
    tick();
  }

  /// It was taken back.
  void remove(Waiting one) {
    waiting.remove(one);
  }

  private long now() {
    return clock.millis();
  }

  private void tick() {
    for (Waiting one : List.copyOf(waiting)) {
      if (one.isDue(now())) {
        lineUp(one);
      }
    }
    if (!waiting.isEmpty() && !ticking && !closed) {
      ticking = true;
      background.onScreenAfter(TICK, this::tickAgain);
    }
  }

  private void tickAgain() {
    ticking = false;
    if (!closed) {
      tick();
    }
  }

  /// One is signed after the other: what somebody wrote first stands first in their feed.
  private void lineUp(Waiting one) {
    one.leave();
    due.add(one);
    if (due.size() == 1) {
      signFirst();
    }
  }

  private void signFirst() {
    Waiting one = due.getFirst();
    background.ask(
        () -> signed(one),
        messages -> {
          signNext();
          sent(one, messages);
        },
        why -> {
          signNext();
          failed(one, why);
        });
  }

  private void signNext() {
    due.removeFirst();
    if (!due.isEmpty() && !closed) {
      signFirst();
    }
  }

  /// Who reads it may not meet us again: others take the pictures for them. Nothing when it was
  /// taken back before.
  private List<Message> signed(Waiting one) throws PublishRefused {
    List<Message> messages = services.feeds().publisher().publish(one.entry());
    if (!messages.isEmpty()) {
      one.words()
          .attachments()
          .forEach(file -> services.replication().blobs().push(file.link().blob()));
    }
    return messages;
  }

  private void sent(Waiting one, List<Message> messages) {
    waiting.remove(one);
    if (!messages.isEmpty()) {
      notices.say(Texts.of("compose.posted"));
      one.posted().accept(messages.getFirst().id());
    }
  }

  private void failed(Waiting one, Problem problem) {
    one.stay();
    notices.tell(new Problem(problem.sentence(), Texts.of("outgoing.refused"), problem.code()));
    refused.accept(one);
  }

  /// Makes drafts of what a crash left in the outbox, and tells the person; only the first time it
  /// is called, before anything is put there. Off the screen thread; thread-safe.
  void recover() {
    synchronized (order) {
      if (!recovered && !services.feeds().isReadOnly()) {
        makeDrafts(services.feeds().outbox().all());
      }
      recovered = true;
    }
  }

  /// What is signed meanwhile, as a window does that closes, is posted: nothing is told of it.
  void makeDrafts(List<OutboxEntry> left) {
    boolean found = false;
    for (OutboxEntry entry : left.reversed()) {
      found |= makeDraft(entry);
    }
    if (found) {
      background.onScreen(this::tellOfDrafts);
    }
  }

  /// Returns whether it was still there.
  private boolean makeDraft(OutboxEntry entry) {
    Feeds feeds = services.feeds();
    Words all = Words.of(entry).before(Words.load(feeds.drafts(), entry.place()));
    return feeds.outbox().takeBack(entry.number(), all.drafts(entry.place())).isPresent();
  }

  private void tellOfDrafts() {
    notices.tell(Problem.of(Texts.of("outgoing.recovered"), Texts.of("outgoing.recovered.advice")));
  }

  /// Signs what is left; what cannot be signed is a draft at the next start.
  @Override
  public void close() {
    closed = true;
    ticks.unsubscribe();
    List<Waiting> left = List.copyOf(waiting);
    background.run(() -> signAll(left), () -> {}, unsaid -> {});
  }

  /// What one of them is refused for keeps none of the others.
  private void signAll(List<Waiting> left) {
    for (Waiting one : left) {
      try {
        signed(one);
      } catch (PublishRefused why) {
        log.warn("not signed at the end: {}", why.toString());
      }
    }
  }
}
