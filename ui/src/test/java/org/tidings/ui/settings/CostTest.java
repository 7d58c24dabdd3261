package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.upkeep.Ring;

class CostTest {
  private static final Ring SELF = new Ring(0, 1, 1, 500, 250_000);
  private static final Ring NEAR = new Ring(1, 10, 10, 1_000, 400_000);
  private static final Ring MIDDLE = new Ring(2, 100, 50, 2_000, 600_000);
  private static final Ring BEYOND = new Ring(3, 1_000, 0, 0, 0);
  private static final List<Ring> RINGS = List.of(SELF, NEAR, MIDDLE, BEYOND);

  @Test
  void whatIsHereIsCountedWithoutOurselves() {
    assertThat(Cost.within(1, RINGS)).isEqualTo(new Cost(Optional.of(10L), 1_000, 400_000, true));
  }

  @Test
  void whoseMessagesAreNotHereYetIsTakenForTheMiddleOfTheirRing() {
    assertThat(Cost.within(2, RINGS))
        .isEqualTo(new Cost(Optional.of(110L), 1_000 + 4_000, 400_000 + 1_200_000, false));
  }

  @Test
  void theRingBeyondIsTakenForTheFarthestThatIsHere() {
    assertThat(Cost.within(3, RINGS))
        .isEqualTo(new Cost(Optional.of(1_110L), 45_000, 13_600_000, false));
  }

  @Test
  void whatLiesBehindThatNobodyKnows() {
    assertThat(Cost.within(4, RINGS).people()).isEmpty();
  }

  @Test
  void whereNothingIsHereOnlyPeopleAreCounted() {
    List<Ring> rings = List.of(SELF, new Ring(1, 3, 0, 0, 0), new Ring(2, 0, 0, 0, 0));
    assertThat(Cost.within(1, rings)).isEqualTo(new Cost(Optional.of(3L), 0, 0, false));
  }
}
