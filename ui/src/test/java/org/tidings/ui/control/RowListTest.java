package org.tidings.ui.control;

import static javafx.scene.input.KeyEvent.KEY_PRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;
import org.tidings.ui.Wheel;
import org.tidings.ui.common.Rows;

class RowListTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  private final List<Integer> drawn = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private IntUnaryOperator higher = item -> 0;

  @Test
  void onlyVisibleRowsAreDrawn() {
    shown(10_000);
    assertThat(drawn).contains(0).doesNotContain(5_000);
    assertThat(drawn.size()).isLessThan(100);
  }

  @Test
  void moreIsAskedForNearTheEndOnly() {
    List<String> asked = new ArrayList<>();
    RowList<Integer> list = shown(200, () -> asked.add("more"));
    assertThat(asked).isEmpty();
    Fx.run(() -> list.scrollTo(199));
    Fx.settle();
    assertThat(asked).isNotEmpty();
  }

  /// The list measures rows out of sight, too, a few in each layout.
  @Test
  void whoScrollsOnceIsNotBroughtEverythingThereIs() {
    higher = item -> item * 37 % 200;
    List<RowList<Integer>> lists = new ArrayList<>();
    RowList<Integer> list = shown(20, () -> lists.forEach(RowListTest::grow));
    lists.add(list);
    Fx.run(() -> list.scrollTo(17));
    for (int i = 0; i < 40; i++) {
      Fx.settle();
    }
    assertThat(Fx.get(list.getItems()::size)).isBetween(40, 60);
  }

  private static void grow(RowList<Integer> list) {
    int size = list.getItems().size();
    list.getItems().addAll(IntStream.range(size, size + 20).boxed().toList());
  }

  @Test
  void itIsNotSeenFromItsBeginningOnceItIsScrolledWithinItsFirstRow() {
    RowList<Integer> list = shown(100);
    assertThat(Fx.get(list::isAtBeginning)).isTrue();
    Fx.run(() -> flow(list).scrollPixels(20));
    Fx.settle();
    assertThat(Fx.get(list::isAtBeginning)).isFalse();
    Fx.run(() -> list.scrollTo(50));
    Fx.settle();
    assertThat(Fx.get(list::isAtBeginning)).isFalse();
    Fx.run(() -> list.scrollTo(0));
    Fx.settle();
    assertThat(Fx.get(list::isAtBeginning)).isTrue();
  }

  @Test
  void whoIsLedToTheEndSeesAlsoWhatComesThereMeanwhile() {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(60);
    Fx.run(list::toEnd);
    Fx.run(() -> list.getItems().addAll(60, 61, 62));
    Fx.settle();
    assertThat(Fx.get(() -> list.endsInView(62))).isTrue();
    assertThat(Fx.get(list::isAtEnd)).isTrue();
  }

  @Test
  void whoIsLedElsewhereBeforeTheEndIsReachedComesThere() {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(60);
    Fx.run(list::toEnd);
    Fx.run(() -> list.scrollTo(0));
    Fx.settle();
    assertThat(Fx.get(list::isAtBeginning)).isTrue();
    assertThat(Fx.get(list::isAtEnd)).isFalse();
  }

  @Test
  void whoPressesAKeyInTheListIsNotAtItsEndAnyMore() {
    RowList<Integer> list = shown(60);
    Fx.run(list::toEnd);
    KeyEvent up = new KeyEvent(KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false);
    Fx.run(() -> Event.fireEvent(list, up));
    assertThat(Fx.get(list::isAtEnd)).isFalse();
  }

  @Test
  void aRowIsNoHigherThanItHasToBeInTheWidthItHas() {
    RowList<Integer> list = shown(RowListTest::besideEachOther, 1, () -> {});
    assertThat(Fx.get(() -> list.lookup(".beside").getLayoutBounds().getHeight())).isEqualTo(20);
  }

  /// Beside each other in the width of the list, though in two lines in the one they would like.
  private static Region besideEachOther(Integer item) {
    FlowPane row = new FlowPane();
    for (int i = 0; i < 5; i++) {
      Region part = new Region();
      part.setPrefSize(100, 20);
      row.getChildren().add(part);
    }
    row.getStyleClass().add("beside");
    return row;
  }

  @Test
  void aRowThatGrowsPushesTheNextOneDown() {
    shown(3);
    double before = top(1);
    Fx.run(() -> visible(0).setPrefHeight(200));
    Fx.settle();
    double after = top(1);
    assertThat(after - before).isEqualTo(150);
  }

  @Test
  void anEqualItemIsNotDrawnAgain() {
    RowList<Integer> list = shown(3);
    int before = drawn.size();
    Fx.run(() -> list.getItems().set(0, 0));
    Fx.settle();
    assertThat(drawn).hasSize(before);
  }

  /// Keys are tens here: what is below ten may change in a row.
  @ParameterizedTest
  @CsvSource({"21 10 30, 21", "5 21 40 10 30, 21", "40 50 21, 21", "10 21, 21"})
  void aRowStaysChosenWhereverItGoes(String items, int chosen) {
    RowList<Integer> list = shown(0);
    Fx.run(
        () -> {
          list.keyed(item -> item / 10);
          list.getItems().setAll(10, 20, 30);
          list.getSelectionModel().select(1);
        });
    Fx.run(
        () ->
            Rows.show(
                list.getItems(), Stream.of(items.split(" ", -1)).map(Integer::valueOf).toList()));
    Fx.settle();
    assertThat(Fx.get(() -> list.getSelectionModel().getSelectedItem())).isEqualTo(chosen);
  }

  @Test
  void aRowStaysChosenInAListThatWasEmptyWhenItWasSet() {
    RowList<Integer> list = shown(0);
    Fx.run(
        () -> {
          list.setItems(FXCollections.observableArrayList());
          list.getItems().setAll(10, 20, 30);
          list.getSelectionModel().select(1);
        });
    Fx.run(() -> Rows.show(list.getItems(), List.of(20, 10, 30)));
    Fx.settle();
    assertThat(Fx.get(() -> list.getSelectionModel().getSelectedItem())).isEqualTo(20);
  }

  @Test
  void eachRowIsDrawnOnceWhileOneScrollsPastIt() {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(200);
    drawn.clear();
    scroll(list, 120, 40);
    assertThat(drawn).contains(30).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, -30})
  void whatIsReadDoesNotJumpWhereARowAboveHasChangedBy(int more) {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(200);
    scroll(list, 50, 20);
    int changed = firstInView(list);
    higher = item -> item * 37 % 200 + (item == changed ? more : 0);
    Fx.run(() -> visible(changed).setPrefHeight(50 + higher.applyAsInt(changed)));
    Fx.settle();
    scroll(list, 50, 20);
    assertThat(firstInView(list)).isGreaterThan(changed + 1);
    assertNothingJumpsUpTo(list, changed - 1);
  }

  @Test
  void whatIsReadDoesNotJumpWhereARowAboveHasNotBeenSeen() {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(200);
    scroll(list, 20, 30);
    Fx.run(() -> list.scrollTo(100));
    Fx.settle();
    assertNothingJumpsUpTo(list, 90);
  }

  @Test
  void theEndIsInViewOnceItsKeyIsPressed() {
    higher = item -> item * 37 % 200;
    RowList<Integer> list = shown(200);
    scroll(list, 20, 30);
    KeyEvent end = new KeyEvent(KEY_PRESSED, "", "", KeyCode.END, false, false, false, false);
    Fx.run(() -> Event.fireEvent(list, end));
    Fx.settle();
    assertThat(Fx.get(() -> list.endsInView(199))).isTrue();
  }

  private static void assertNothingJumpsUpTo(RowList<Integer> list, int row) {
    while (firstInView(list) > row) {
      int read = firstInView(list);
      double before = top(list, read);
      scroll(list, -20, 1);
      assertThat(top(list, read) - before).isEqualTo(20);
    }
  }

  private static void scroll(RowList<Integer> list, double pixels, int times) {
    for (int i = 0; i < times; i++) {
      Fx.run(() -> Wheel.turn(flow(list), pixels));
      Fx.settle();
    }
  }

  private static int firstInView(RowList<Integer> list) {
    return Fx.get(() -> flow(list).getFirstVisibleCell().getIndex());
  }

  private static double top(RowList<Integer> list, int item) {
    return Fx.get(() -> flow(list).getVisibleCell(item).getLayoutY());
  }

  private static VirtualFlow<?> flow(RowList<Integer> list) {
    return (VirtualFlow<?>) list.lookup(".virtual-flow");
  }

  private RowList<Integer> shown(int items) {
    return shown(items, () -> {});
  }

  private RowList<Integer> shown(int items, Runnable more) {
    return shown(this::row, items, more);
  }

  private static RowList<Integer> shown(Function<Integer, Region> row, int items, Runnable more) {
    RowList<Integer> list =
        Fx.get(
            () -> {
              RowList<Integer> rows = new RowList<>(row);
              rows.onNearEnd(more);
              rows.getItems().setAll(IntStream.range(0, items).boxed().toList());
              Stage stage = new Stage();
              stage.setScene(new Scene(rows, WIDTH, HEIGHT));
              stage.show();
              return rows;
            });
    Fx.settle();
    return list;
  }

  private double top(int item) {
    return Fx.get(() -> visible(item).localToScene(0, 0).getY());
  }

  /// The list also draws rows out of sight, to measure them.
  private Region visible(int item) {
    return regions.stream()
        .filter(region -> region.getUserData().equals(item))
        .filter(region -> region.getScene() != null && region.getParent().getParent().isVisible())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Region row(Integer item) {
    Region region = new Region();
    region.setPrefHeight(50 + higher.applyAsInt(item));
    region.setUserData(item);
    drawn.add(item);
    regions.add(region);
    return region;
  }
}
