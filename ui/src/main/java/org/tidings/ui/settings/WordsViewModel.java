package org.tidings.ui.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.Identity;

/// The 24 words of our key: hidden until they are asked for, and asked back for practice. Confined
/// to the screen thread.
final class WordsViewModel {
  /// So many words are asked in a practice.
  static final int QUESTIONS = 3;

  private final Identity identity;
  private final RandomGenerator random;
  private final Deque<Integer> questions = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Hidden());

  /// What is to be seen.
  sealed interface State {
    /// Nothing of the words.
    record Hidden() implements State {}

    /// All of them.
    record Shown(List<String> words) implements State {
      public Shown {
        words = List.copyOf(words);
      }
    }

    /// A question.
    ///
    /// @param number of the word, from 1
    /// @param wrong whether the last answer was another word
    record Asked(int number, boolean wrong) implements State {}

    /// All questions are answered.
    record Known() implements State {}
  }

  WordsViewModel(Identity identity, RandomGenerator random) {
    this.identity = identity;
    this.random = random;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void show() {
    state.set(new State.Shown(identity.words()));
  }

  void hide() {
    state.set(new State.Hidden());
  }

  /// Hides the words and asks for some of them.
  void practise() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= identity.words().size(); number++) {
      numbers.add(number);
    }
    Collections.shuffle(numbers, Random.from(random));
    questions.clear();
    questions.addAll(numbers.subList(0, QUESTIONS));
    state.set(new State.Asked(questions.getFirst(), false));
  }

  /// The right word leads to the next question, another one asks again.
  void answer(String typed) {
    String right = identity.words().get(questions.getFirst() - 1);
    if (!typed.strip().toLowerCase(Locale.ROOT).equals(right)) {
      state.set(new State.Asked(questions.getFirst(), true));
      return;
    }
    questions.removeFirst();
    state.set(
        questions.isEmpty() ? new State.Known() : new State.Asked(questions.getFirst(), false));
  }
}
