package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeardPageTest {

  private static final Optional<TimelineKey> FLOOR = Optional.of(new TimelineKey(5, 5));

  private static List<String> page(Optional<TimelineKey> floor, List<String> newest) {
    return HeardPage.of(2, rows -> floor, end -> newest, () -> List.of("of each"));
  }

  @Test
  void whatIsNewestIsLookedAtOnlyDownToTheFloor() {
    List<TimelineKey> page = HeardPage.of(1, rows -> FLOOR, end -> List.of(end), List::of);
    assertThat(page).containsExactly(FLOOR.orElseThrow());
  }

  @Test
  void aFullPageIsMadeOfTheNewest() {
    assertThat(page(FLOOR, List.of("newest", "next"))).containsExactly("newest", "next");
  }

  @Test
  void whereTheListEndsThereIsNoMore() {
    assertThat(page(Optional.empty(), List.of("newest"))).containsExactly("newest");
  }

  @Test
  void whereTooFewAreHeardTheNewestOfEachAreRead() {
    assertThat(page(FLOOR, List.of("newest"))).containsExactly("of each");
  }
}
