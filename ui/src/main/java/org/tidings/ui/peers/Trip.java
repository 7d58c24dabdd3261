package org.tidings.ui.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is done on the way to somebody, one step after the other. Immutable.
record Trip(List<Step> steps) {
  static final Trip NONE = new Trip(List.of());

  Trip {
    steps = List.copyOf(steps);
  }

  /// How far one is.
  enum State {
    AHEAD,
    UNDER_WAY,
    DONE,
    FAILED
  }

  /// One of them.
  ///
  /// @param key of its name in the bundle
  /// @param remark why it failed where that does not matter; else empty
  record Step(String key, State state, String remark) {
    private Step in(State next) {
      return new Step(key, next, remark);
    }
  }

  /// The steps ahead, the first of them under way.
  static Trip along(Stream<String> keys) {
    return new Trip(keys.map(key -> new Step(key, State.AHEAD, "")).toList()).goingOn();
  }

  /// That step begins, so that those before it are done.
  Trip begins(String key) {
    int at = placeOf(key);
    List<Step> next = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      next.add(i < at ? step.in(State.DONE) : i == at ? step.in(State.UNDER_WAY) : step);
    }
    return new Trip(next);
  }

  /// That step is done; the next one is under way.
  Trip done(String key) {
    return with(key, State.DONE, "").goingOn();
  }

  /// That step failed, and it goes on all the same.
  Trip missed(String key, String why) {
    return with(key, State.FAILED, why).goingOn();
  }

  /// That step failed, expected or not, and nothing follows any more.
  Trip failed(String key) {
    List<Step> reached = new ArrayList<>(begins(key).steps.subList(0, placeOf(key)));
    reached.add(new Step(key, State.FAILED, ""));
    return new Trip(reached);
  }

  /// Nothing follows what is done.
  Trip stopped() {
    return new Trip(steps.stream().filter(step -> step.state() == State.DONE).toList());
  }

  /// All that was ahead is done.
  Trip arrived() {
    return new Trip(
        steps.stream()
            .map(step -> step.state() == State.FAILED ? step : step.in(State.DONE))
            .toList());
  }

  private Trip goingOn() {
    return steps.stream()
        .filter(step -> step.state() == State.AHEAD)
        .findFirst()
        .map(next -> with(next.key(), State.UNDER_WAY, ""))
        .orElse(this);
  }

  private Trip with(String key, State state, String remark) {
    return new Trip(
        steps.stream()
            .map(step -> step.key().equals(key) ? new Step(key, state, remark) : step)
            .toList());
  }

  /// Behind all others where nobody expected it.
  private int placeOf(String key) {
    return (int) steps.stream().takeWhile(step -> !step.key().equals(key)).count();
  }
}
