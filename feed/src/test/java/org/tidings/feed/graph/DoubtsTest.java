package org.tidings.feed.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {

  private final Doubts doubts = new Doubts();

  private List<String> all() {
    List<String> all = new ArrayList<>();
    while (!doubts.isEmpty()) {
      int steps = doubts.steps();
      all.add(steps + ":" + doubts.removeFirst());
    }
    return all;
  }

  @Test
  void theNearestComeFirstAndEachOnce() {
    doubts.add(2, 7);
    doubts.add(1, 300_000);
    doubts.add(2, 5);
    doubts.add(Integer.MAX_VALUE, 1);
    doubts.add(1, 4);
    doubts.add(2, 7);
    assertThat(all()).containsExactly("1:4", "1:300000", "2:5", "2:7", Integer.MAX_VALUE + ":1");
  }

  @Test
  void whatIsAddedMeanwhileComesInItsPlace() {
    doubts.add(2, 5);
    doubts.add(2, 9);
    assertThat(doubts.removeFirst()).isEqualTo(5);
    doubts.add(2, 3);
    doubts.add(1, 8);
    assertThat(all()).containsExactly("1:8", "2:3", "2:9");
    doubts.add(3, 1);
    assertThat(all()).containsExactly("3:1");
  }
}
