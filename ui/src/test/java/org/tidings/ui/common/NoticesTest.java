package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final Notices notices = new Notices();

  private void tell(String... sentences) {
    for (String sentence : sentences) {
      notices.tell(Problem.of(sentence, ""));
    }
  }

  /// What somebody reads who dismisses one after the other.
  private List<String> read() {
    List<String> read = new ArrayList<>();
    for (Optional<Problem> shown = shown(); shown.isPresent(); shown = shown()) {
      read.add(shown.get().sentence());
      notices.dismiss();
    }
    return read;
  }

  private Optional<Problem> shown() {
    return notices.problemProperty().get();
  }

  @Test
  void theNewestProblemIsShownAndTheOneBeforeWhenItIsDismissed() {
    tell("one", "two");
    assertThat(read()).containsExactly("two", "one");
    tell("three");
    assertThat(read()).containsExactly("three");
  }

  @Test
  void whatIsToldAgainIsThereOnce() {
    tell("one", "two", "one");
    assertThat(read()).containsExactly("one", "two");
  }

  @Test
  void nobodyHasToDismissEndlesslyMany() {
    IntStream.range(0, 100).forEach(number -> tell("problem " + number));
    assertThat(read()).hasSize(Notices.MOST_PROBLEMS).startsWith("problem 99");
  }

  @Test
  void whereNothingIsToldThereIsNothingToDismiss() {
    notices.dismiss();
    assertThat(shown()).isEmpty();
  }
}
