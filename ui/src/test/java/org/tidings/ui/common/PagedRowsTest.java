package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.ui.workspace.FakeScreen;

class PagedRowsTest {
  /// More than are asked for again each time something comes.
  private static final int MANY = 215;

  private final FakeScreen screen = new FakeScreen();
  private final List<Row> stored = new ArrayList<>();
  private final PagedRows<Row> paged =
      new PagedRows<>(
          new Background(this::work, screen),
          this::after,
          Row::name,
          problem -> {
            throw new AssertionError(problem.sentence());
          });

  private final List<Runnable> heldUp = new ArrayList<>();
  private boolean isHeldUp;
  private int asked;

  private void work(Runnable question) {
    asked++;
    if (isHeldUp) {
      heldUp.add(question);
    } else {
      question.run();
    }
  }

  private record Row(String name, int likes) {}

  private List<Row> after(Optional<Row> last, int limit) {
    int from = last.map(row -> names(stored).indexOf(row.name()) + 1).orElse(0);
    return List.copyOf(stored.subList(from, Math.min(stored.size(), from + limit)));
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(Row::name).toList();
  }

  private static List<Row> rows(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> new Row(name + " " + i, 0)).toList();
  }

  private void readAll() {
    screen.until(
        () -> {
          paged.more();
          return paged.rows().equals(stored);
        });
  }

  @Test
  void thereIsMoreDownwards() {
    stored.addAll(rows("row", 45));
    paged.refresh();
    screen.until(() -> paged.loadedProperty().get());
    assertThat(paged.rows()).hasSizeLessThan(45);
    readAll();
  }

  @Test
  void thereIsMoreAgainAfterAllWentWhileThePersonWentOn() {
    stored.addAll(rows("row", 45));
    paged.refresh();
    screen.until(() -> paged.loadedProperty().get());
    isHeldUp = true;
    paged.more();
    paged.more();
    isHeldUp = false;
    stored.clear();
    paged.refreshAll();
    screen.until(() -> paged.rows().isEmpty());
    int before = asked;
    heldUp.forEach(Runnable::run);
    screen.until(() -> asked > before);
    stored.addAll(rows("other", 45));
    paged.refresh();
    screen.until(() -> !paged.rows().isEmpty());
    readAll();
  }

  @Nested
  class FarDown {
    @BeforeEach
    void read() {
      stored.addAll(rows("row", MANY));
      paged.refresh();
      screen.until(() -> paged.loadedProperty().get());
      readAll();
    }

    @Test
    void whatHasBeenReadStaysWhenSomethingNewComes() {
      stored.addFirst(new Row("new", 0));
      paged.refresh();
      screen.until(() -> names(paged.rows()).contains("new"));
      assertThat(paged.rows()).isEqualTo(stored);
    }

    @Test
    void itStaysWhereTheLowestThatIsAskedForAgainChanged() {
      stored.replaceAll(row -> new Row(row.name(), 1));
      paged.refresh();
      screen.until(() -> paged.rows().getFirst().likes() == 1);
      assertThat(names(paged.rows())).isEqualTo(names(stored));
    }

    @Test
    void whatMovedUpIsNotShownTwice() {
      stored.addFirst(stored.removeLast());
      paged.refresh();
      screen.until(() -> paged.rows().getFirst().equals(stored.getFirst()));
      assertThat(paged.rows()).isEqualTo(stored);
    }

    @Test
    void whatIsGoneGoesWhereAllIsAskedForAgain() {
      stored.remove(MANY - 2);
      paged.refreshAll();
      screen.until(() -> paged.rows().size() < MANY);
      assertThat(paged.rows()).isEqualTo(stored);
    }

    @Test
    void nothingIsLeftOutWhereMoreCameThanIsAskedForAgain() {
      stored.addAll(0, rows("new", MANY));
      paged.refresh();
      screen.until(() -> paged.rows().getFirst().equals(stored.getFirst()));
      assertThat(stored).startsWith(paged.rows().toArray(Row[]::new));
      readAll();
    }
  }
}
