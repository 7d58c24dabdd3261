package org.tidings.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;

class UnaskedQuestionsTest {
  @TempDir Path folder;

  @Test
  void whatAsksTheDatabaseOnTheJavaFxThreadFailsAndSoDoesTheTest() {
    TestWorkspace test = new TestWorkspace(folder, FxThread::run);
    assertThatThrownBy(() -> Fx.run(() -> count(test))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(test::close).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatAsksInTheBackgroundMayWait() {
    TestWorkspace test = new TestWorkspace(folder, FxThread::run);
    AtomicLong answer = new AtomicLong(-1);
    Fx.run(
        () ->
            test.workspace()
                .background()
                .ask(() -> count(test), answer::set, test.workspace().notices()::tell));
    assertThat(answer).hasValue(0);
    assertThatCode(test::close).doesNotThrowAnyException();
  }

  @Test
  void whoGetsTheAnswerMayNotAskOnAtOnce() {
    TestWorkspace test = new TestWorkspace(folder, FxThread::run);
    Fx.run(
        () ->
            test.workspace()
                .background()
                .ask(() -> count(test), found -> count(test), test.workspace().notices()::tell));
    assertThatThrownBy(test::close).isInstanceOf(AssertionError.class);
  }

  private static long count(TestWorkspace test) {
    return test.workspace().feeds().indexing().size();
  }
}
