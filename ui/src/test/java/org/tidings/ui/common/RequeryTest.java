package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tidings.ui.workspace.FakeScreen;

class RequeryTest {
  private final FakeScreen screen = new FakeScreen();
  private final Background background = new Background(Runnable::run, screen);
  private final List<String> told = new ArrayList<>();
  private boolean isBroken = true;

  private void failIfBroken() {
    if (isBroken) {
      isBroken = false;
      throw new IllegalStateException("broken");
    }
  }

  private Callable<String> question() {
    failIfBroken();
    return () -> "answer";
  }

  private void tell(String answer) {
    failIfBroken();
    told.add(answer);
  }

  @Test
  void itAsksAgainAfterAnAnswerThatCouldNotBeShown() {
    Requery<String> query =
        new Requery<>(background, () -> () -> "answer", this::tell, problem -> {});
    query.request();
    assertThatIllegalStateException().isThrownBy(() -> screen.until(() -> false));
    query.request();
    screen.until(() -> told.equals(List.of("answer")));
  }

  @Test
  void itAsksAgainAfterAQuestionThatCouldNotBeMade() {
    Requery<String> query = new Requery<>(background, this::question, told::add, problem -> {});
    assertThatIllegalStateException().isThrownBy(query::request);
    query.request();
    screen.until(() -> told.equals(List.of("answer")));
  }
}
