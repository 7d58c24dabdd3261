package org.tidings.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window has to tell or to ask above all screens: the newest problem, and those before it
/// as each is dismissed, one question, and one good word, gone by itself. Confined to the screen
/// thread.
public final class Notices {
  /// Nobody reads more; of more, the oldest are left out.
  static final int MOST_PROBLEMS = 5;

  /// The newest, which is shown, first.
  private final Deque<Problem> problems = new ArrayDeque<>();

  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> said =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<String>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// Says in a word that something is done.
  public void say(String word) {
    said.set(Optional.of(word));
  }

  /// What was said has been shown long enough.
  public void hush() {
    said.set(Optional.empty());
  }

  /// Shows a problem, once however often it is told.
  public void tell(Problem told) {
    problems.remove(told);
    problems.addFirst(told);
    if (problems.size() > MOST_PROBLEMS) {
      problems.removeLast();
    }
    problem.set(Optional.of(told));
  }

  /// The problem that is shown has been read.
  public void dismiss() {
    problems.poll();
    problem.set(Optional.ofNullable(problems.peek()));
  }

  public void ask(Question asked) {
    question.set(Optional.of(asked));
  }

  /// The person has decided: what was asked is done, or not.
  public void answer(boolean yes) {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    if (yes) {
      asked.ifPresent(decided -> decided.run().run());
    }
  }
}
