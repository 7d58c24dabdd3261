package org.tidings.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `./tidings` does before the program starts.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for bash")
class CheckoutTest {
  @TempDir private Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = new Checkout(temp);
  }

  @Test
  void theSecondStartBuildsNothing() throws Exception {
    assertThat(checkout.tidings("whoami").err()).contains("building");
    assertThat(checkout.tidings("whoami").err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void startsAtTheSameTimeBuildOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "no flock here to wait with");
    var starts =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::whoami)).limit(4).toList();

    assertThat(starts).allSatisfy(start -> assertThat(start.join().code()).isZero());
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void wordsReachTheProgramAsTheyAre() throws Exception {
    String[] words = {"publish", "--", "two  words and \"quotes\"", "", "@file", "$HOME", "*"};

    assertThat(checkout.tidings(words).words()).containsExactly(words);
  }

  @Test
  void theProcessBecomesTheProgram() throws Exception {
    Checkout.Answer answer = checkout.tidings("whoami");

    assertThat(answer.out().lines().findFirst()).hasValue(Long.toString(answer.pid()));
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    checkout.tidings("whoami");
    checkout.write("feed/src/main/Some.java", "class Some { int more; }");

    assertThat(checkout.tidings("whoami").err()).contains("building");
  }

  @Test
  void aRemovedSourceIsNoticed() throws Exception {
    checkout.tidings("whoami");
    checkout.delete("ui/src/main/Some.java");

    assertThat(checkout.tidings("whoami").err()).contains("building");
  }

  @Test
  void aMovedCheckoutIsBuiltAgain() throws Exception {
    checkout.tidings("whoami");
    checkout.moveTo("elsewhere");

    Checkout.Answer moved = checkout.tidings("whoami");

    assertThat(moved.err()).contains("building");
    assertThat(moved.out()).contains("elsewhere").doesNotContain("check out");
  }

  @Test
  void aLibraryThatHasGoneIsFetchedAgain() throws Exception {
    checkout.tidings("whoami");
    checkout.loseLibrary();

    assertThat(checkout.tidings("whoami").err()).contains("building");
  }

  @Test
  void aBuildThatFailsIsToldAndNothingStarts() throws Exception {
    checkout.breakWith("a semicolon is missing");

    Checkout.Answer answer = checkout.tidings("whoami");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("semicolon").contains("could not be built");
  }

  @Test
  void aStartWithoutAHomeIsNoProblem() throws Exception {
    checkout.tidings("whoami");
    ProcessBuilder homeless = checkout.start("whoami");
    homeless.environment().remove("HOME");

    assertThat(Checkout.run(homeless).words()).containsExactly("whoami");
  }

  @Test
  void withoutADisplayOnlyTheWindowIsRefused() throws Exception {
    assumeTrue(OS.LINUX.isCurrentOs(), "other systems always have one");

    Checkout.Answer window = checkout.tidings("--data", temp.toString());

    assertThat(window.code()).isEqualTo(1);
    assertThat(window.out()).isEmpty();
    assertThat(window.err()).contains("tidings: ");
    assertThat(checkout.tidings("--data", temp.toString(), "--help").code()).isZero();
    assertThat(checkout.tidings("--data").code()).isZero();
    assertThat(checkout.tidings("headless").code()).isZero();
  }

  private Checkout.Answer whoami() {
    try {
      return checkout.tidings("whoami");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
