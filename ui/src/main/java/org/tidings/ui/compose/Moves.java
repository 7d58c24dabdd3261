package org.tidings.ui.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// The ways of a text into the outbox, back from there, and over from where another text stands.
/// Each is one transaction, and one is done after the other: whatever goes wrong, the words are in
/// just one place. Confined to the screen thread.
final class Moves {
  private final Workspace workspace;
  private final Outgoing outgoing;
  private final Draft draft;
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

  /// What begins when the one under way is over: with the words that one leaves here.
  private final Deque<Runnable> next = new ArrayDeque<>();

  /// @param draft the text whose ways these are
  Moves(Workspace workspace, Outgoing outgoing, Draft draft) {
    this.workspace = workspace;
    this.outgoing = outgoing;
    this.draft = draft;
  }

  /// Whether one is under way; nothing may be typed meanwhile.
  ReadOnlyBooleanProperty movingProperty() {
    return moving.getReadOnlyProperty();
  }

  /// Into the outbox.
  ///
  /// @param queued told once it is there and the text has gone from here
  void send(Manuscript text, Function<OutboxEntry, Waiting> waiting, Consumer<Waiting> queued) {
    moving.set(true);
    draft.keep();
    workspace
        .background()
        .ask(
            draft.exchange(
                Words.NONE, drafts -> outgoing.put(text.letter(), draft.place(), drafts)),
            entry -> {
              draft.clear();
              Waiting one = waiting.apply(entry);
              outgoing.add(one);
              end();
              queued.accept(one);
            },
            this::refused);
  }

  /// Back from the outbox, before what stands here; it stays there where what was left here cannot
  /// be read.
  ///
  /// @param back run once it is here
  /// @param done run in any case
  void takeBack(Waiting waiting, Runnable back, Runnable done) {
    waiting.leave();
    draft.whenLoaded(
        () -> inTurn(() -> takeBackLoaded(waiting, back, done)),
        () -> {
          waiting.stay();
          done.run();
        });
  }

  private void takeBackLoaded(Waiting waiting, Runnable back, Runnable done) {
    moving.set(true);
    Words all = waiting.words().before(draft.words());
    workspace
        .background()
        .ask(
            draft.exchange(all, drafts -> takenBack(waiting, drafts)),
            found -> {
              arrived(waiting, found.map(entry -> all), back);
              end();
              done.run();
            },
            problem -> {
              waiting.stay();
              refused(problem);
              done.run();
            });
  }

  private Optional<OutboxEntry> takenBack(Waiting waiting, Map<String, String> drafts) {
    return workspace.feeds().outbox().takeBack(waiting.entry().number(), drafts);
  }

  private void arrived(Waiting waiting, Optional<Words> all, Runnable back) {
    all.ifPresentOrElse(
        words -> {
          draft.show(words);
          outgoing.remove(waiting);
          back.run();
        },
        () -> workspace.notices().say(Texts.of("outgoing.late")));
  }

  /// Over from where another text stands, before what stands here, as soon as what was left in both
  /// is back.
  ///
  /// @param over run once it is here
  /// @param done run in any case
  void takeOver(Moves from, Runnable over, Runnable done) {
    from.draft.whenLoaded(
        () -> draft.whenLoaded(() -> takeOverInTurn(from, over, done), done), done);
  }

  private void takeOverInTurn(Moves from, Runnable over, Runnable done) {
    from.inTurn(
        () -> {
          if (moving.get()) {
            inTurn(() -> takeOverInTurn(from, over, done));
          } else {
            takeOverLoaded(from, over, done);
          }
        });
  }

  private void takeOverLoaded(Moves from, Runnable over, Runnable done) {
    moving.set(true);
    from.moving.set(true);
    Words all = from.draft.words().before(draft.words());
    Callable<Boolean> filled = draft.exchange(all, here -> saved(from, here));
    workspace
        .background()
        .ask(
            from.draft.exchange(Words.NONE, emptied -> filled.call()),
            saved -> {
              from.draft.clear();
              draft.show(all);
              from.end();
              end();
              over.run();
              done.run();
            },
            problem -> {
              from.end();
              refused(problem);
              done.run();
            });
  }

  private boolean saved(Moves from, Map<String, String> here) {
    Map<String, String> both = new HashMap<>(Words.NONE.drafts(from.draft.place()));
    both.putAll(here);
    workspace.feeds().drafts().save(both);
    return true;
  }

  private void refused(Problem problem) {
    workspace.notices().tell(problem);
    end();
  }

  private void inTurn(Runnable move) {
    next.add(move);
    goOn();
  }

  private void end() {
    moving.set(false);
    goOn();
  }

  private void goOn() {
    while (!moving.get() && !next.isEmpty()) {
      next.remove().run();
    }
  }
}
