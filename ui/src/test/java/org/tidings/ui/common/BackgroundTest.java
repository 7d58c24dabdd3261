package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Background background = new Background(Runnable::run, Runnable::run);
  private final List<Problem> told = new ArrayList<>();

  @Test
  void anErrorIsToldAsAFaultOfOurs() {
    background.ask(
        () -> {
          throw new StackOverflowError();
        },
        answer -> {},
        told::add);
    assertThat(told).hasSize(1).allMatch(Problem::isBug);
  }
}
