package org.tidings.ui.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Problem;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.Caret;

/// Offers people, channels and emoji for the word somebody types, and for no other: the caret may
/// pass by a name without anything coming up. Confined to the screen thread.
public final class CompletionViewModel implements AutoCloseable {
  private static final String NO_SPACE_BEFORE = ".,;:!?)]}\u2026\u3002\uff0c\u060c\u061f\u061b";

  private final Function<Caret, Optional<Word>> reader;
  private final Supplier<Set<FeedId>> taken;
  private final Offers offers;
  private final LatestQuery<Found> query;
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
  private List<FeedId> here = List.of();
  private Optional<Caret> last = Optional.empty();
  private Optional<Word> word = Optional.empty();
  private Optional<Word> answered = Optional.empty();
  private Optional<Word> dismissed = Optional.empty();

  /// Offers for words that begin with their sign.
  public CompletionViewModel(Workspace workspace) {
    this(workspace, Word::at, Set::of);
  }

  /// Offers people for all that stands on a line, without a sign.
  ///
  /// @param taken those who are not offered
  public static CompletionViewModel ofPeople(Workspace workspace, Supplier<Set<FeedId>> taken) {
    return new CompletionViewModel(workspace, Word::person, taken);
  }

  private CompletionViewModel(
      Workspace workspace, Function<Caret, Optional<Word>> reader, Supplier<Set<FeedId>> taken) {
    this.reader = reader;
    this.taken = taken;
    offers = new Offers(workspace);
    query =
        new LatestQuery<>(
            workspace.background(), found -> show(found.word, found.choices), this::failed);
  }

  /// What stands in the text instead of what was typed.
  ///
  /// @param replaced how many characters before the caret it takes the place of
  public record Completed(Choice choice, int replaced, String text) {}

  private record Found(Word word, List<Choice> choices) {}

  /// These are in the thread that is answered, or in the conversation.
  public void among(List<FeedId> present) {
    here = List.copyOf(present);
  }

  public ObservableList<Choice> choices() {
    return choices;
  }

  /// Whether there is something to choose from.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Which of the choices Enter takes.
  public ReadOnlyIntegerProperty markedProperty() {
    return marked.getReadOnlyProperty();
  }

  /// The caret is here now.
  public void follow(Optional<Caret> now) {
    Optional<Word> found = now.flatMap(reader);
    boolean goesOn = found.isPresent() && isSame(found, word);
    boolean begins = found.isPresent() && isTyped(now) && !isSame(found, dismissed);
    last = now;
    if (!isSame(found, dismissed)) {
      dismissed = Optional.empty();
    }
    if (!goesOn && !begins) {
      end();
    } else if (!found.equals(word)) {
      Word wanted = found.get();
      List<FeedId> present = here;
      Set<FeedId> without = taken.get();
      word = found;
      query.ask(() -> new Found(wanted, offers.of(wanted, present, without)));
    }
  }

  private static boolean isSame(Optional<Word> one, Optional<Word> other) {
    return one.isPresent() && other.isPresent() && one.get().isSameAs(other.get());
  }

  /// Whether what stands before the caret has grown, and nothing else has changed.
  private boolean isTyped(Optional<Caret> now) {
    return last.isPresent()
        && now.isPresent()
        && last.get().line() == now.get().line()
        && last.get().after().equals(now.get().after())
        && now.get().before().length() > last.get().before().length()
        && now.get().before().startsWith(last.get().before());
  }

  private void show(Word wanted, List<Choice> found) {
    answered = Optional.of(wanted);
    choices.setAll(found);
    marked.set(0);
    open.set(!found.isEmpty());
  }

  /// The person writes on; nothing they have typed depends on this.
  private void failed(Problem unsaid) {
    end();
  }

  private void end() {
    word = Optional.empty();
    answered = Optional.empty();
    query.cancel();
    open.set(false);
    choices.clear();
  }

  /// Marks the choice so many further down, around the ends.
  public void step(int by) {
    if (!choices.isEmpty()) {
      marked.set(Math.floorMod(marked.get() + by, choices.size()));
    }
  }

  /// Marks this one.
  public void mark(int index) {
    marked.set(index);
  }

  /// Takes what is marked. Where the answer to what was typed last is still under way, the first
  /// from there that fits it; empty when none does.
  public Optional<Completed> choose() {
    Optional<Choice> chosen =
        IntStream.range(0, choices.size())
            .mapToObj(i -> choices.get((marked.get() + i) % choices.size()))
            .filter(this::isMeant)
            .findFirst();
    if (chosen.isEmpty()) {
      end();
    }
    return chosen.map(this::choose);
  }

  private boolean isMeant(Choice choice) {
    return answered.equals(word) || choice.fits(word.map(Word::beginning).orElse(""));
  }

  /// Takes this one.
  public Completed choose(Choice choice) {
    int replaced = word.map(Word::length).orElse(0);
    String after = last.map(Caret::after).orElse("");
    end();
    String space = needsSpace(choice, after) ? " " : "";
    return new Completed(choice, replaced, choice.written() + space);
  }

  private static boolean needsSpace(Choice choice, String after) {
    boolean stands =
        after.isEmpty()
            || !(Character.isWhitespace(after.charAt(0))
                || NO_SPACE_BEFORE.indexOf(after.charAt(0)) >= 0);
    return stands && !(choice instanceof Choice.Emoji);
  }

  /// Goes away until another word is begun.
  public void dismiss() {
    dismissed = word;
    end();
  }

  @Override
  public void close() {
    query.cancel();
  }
}
