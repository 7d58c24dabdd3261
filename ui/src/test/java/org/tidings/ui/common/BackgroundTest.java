package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.ui.workspace.LastFirst;

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

  @Test
  void whatIsDoneInTurnIsDoneInTheOrderItWasAskedForEvenAfterAFailure()
      throws InterruptedException {
    LastFirst work = new LastFirst();
    Background ordered = new Background(work, Runnable::run);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    work.hold(
        () -> {
          ordered.inTurn(() -> done.add("first"), () -> {}, told::add);
          ordered.inTurn(
              () -> {
                throw new IOException("The disk is full.");
              },
              () -> {},
              told::add);
          ordered.inTurn(() -> done.add("third"), () -> {}, told::add);
        });
    assertThat(done).containsExactly("first", "third");
    assertThat(told).singleElement().extracting(Problem::sentence).isEqualTo("The disk is full.");
  }
}
