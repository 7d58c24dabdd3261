package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidings.ui.peers.Trip.State;

class TripTest {
  private static final Trip PLAN = Trip.along(Stream.of("a", "b", "c"));

  private static List<State> states(Trip trip) {
    return trip.steps().stream().map(Trip.Step::state).toList();
  }

  @Test
  void oneStepAfterTheOtherIsDone() {
    assertThat(states(PLAN)).containsExactly(State.UNDER_WAY, State.AHEAD, State.AHEAD);
    assertThat(states(PLAN.done("a"))).containsExactly(State.DONE, State.UNDER_WAY, State.AHEAD);
    assertThat(states(PLAN.arrived())).containsOnly(State.DONE);
  }

  @Test
  void whatBeginsEndsAllBeforeIt() {
    assertThat(states(PLAN.begins("c"))).containsExactly(State.DONE, State.DONE, State.UNDER_WAY);
  }

  @Test
  void nothingIsAheadOfAFailure() {
    assertThat(states(PLAN.failed("b"))).containsExactly(State.DONE, State.FAILED);
  }

  @Test
  void aFailureNobodyExpectedIsToldToo() {
    assertThat(PLAN.failed("x").steps())
        .hasSize(4)
        .last()
        .isEqualTo(new Trip.Step("x", State.FAILED, ""));
  }

  @Test
  void whatDoesNotMatterIsPassed() {
    Trip trip = PLAN.done("a").missed("b", "They are away.");
    assertThat(trip.steps().get(1)).isEqualTo(new Trip.Step("b", State.FAILED, "They are away."));
    assertThat(states(trip)).containsExactly(State.DONE, State.FAILED, State.UNDER_WAY);
    assertThat(states(trip.arrived())).containsExactly(State.DONE, State.FAILED, State.DONE);
  }

  @Test
  void whatIsDoneStaysWhenItIsStopped() {
    assertThat(states(PLAN.done("a").stopped())).containsExactly(State.DONE);
  }
}
