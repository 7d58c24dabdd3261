package org.tidings.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

class TableGridTest {
  private static final double WIDTH = 400;
  private static final String TIDES = "| Day | Tide |\n|---|:-:|\n| Monday | low |\n| Tuesday |\n";

  private final VBox column = Fx.get(TableGridTest::inAWindow);

  private static VBox inAWindow() {
    VBox shown = new VBox();
    new Theme(new Scene(shown, WIDTH, WIDTH)).show(ThemeChoice.LIGHT, 100);
    return shown;
  }

  private void show(String text) {
    Fx.run(
        () -> {
          var view = new MarkdownView(text, new NoSetting());
          column.getChildren().setAll(view);
          while (view.grow()) {
            view.requestLayout();
          }
          column.applyCss();
          column.layout();
        });
  }

  private List<String> words() {
    return column.lookupAll(".flow-text").stream().map(it -> ((FlowText) it).getText()).toList();
  }

  private Bounds cell(String words) {
    return column.lookupAll(".md-cell").stream()
        .filter(cell -> words.equals(((FlowText) cell.lookup(".flow-text")).getText()))
        .map(cell -> cell.localToScene(cell.getLayoutBounds()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cellsStandBesideEachOtherAndBelowTheirHeads() {
    show(TIDES);
    assertThat(words()).containsExactly("Day", "Tide", "Monday", "low", "Tuesday", "");
    assertThat(cell("low").getMinY()).isEqualTo(cell("Monday").getMinY());
    assertThat(cell("low").getMinX()).isEqualTo(cell("Tide").getMinX());
    assertThat(cell("Tide").getMinX()).isEqualTo(cell("Tuesday").getMaxX() - 1);
    assertThat(cell("Tuesday").getMinY()).isEqualTo(cell("Monday").getMaxY() - 1);
  }

  @Test
  void whatIsTooWideWrapsAndLeavesNarrowColumnsAsTheyAre() {
    show(TIDES);
    Bounds narrow = cell("Day");
    String words = "word ".repeat(50).strip();
    show(TIDES + "| Friday | " + words + " |\n");
    assertThat(cell("Day").getWidth()).isEqualTo(narrow.getWidth());
    assertThat(cell(words).getMaxX()).isBetween(WIDTH - 2, WIDTH);
    assertThat(cell(words).getHeight()).isGreaterThan(narrow.getHeight() * 2);
  }

  @Test
  void anArabicTableBeginsFromTheRight() {
    show("| يوم | مد |\n|---|---|\n| الاثنين | جزر |\n");
    assertThat(cell("يوم").getMaxX()).isEqualTo(WIDTH);
    assertThat(cell("مد").getMaxX()).isEqualTo(cell("الاثنين").getMinX() + 1);
  }

  @Test
  void whatIsToStandAtTheRightDoesInEachScript() {
    show("| tide of the day |\n|--:|\n| low |\n| جزر |\n");
    assertThat(List.of(roomBehind("low"), roomBehind("جزر"))).allMatch(room -> room < 20);
  }

  private double roomBehind(String words) {
    return column.lookupAll(".md-cell Text").stream()
        .filter(node -> node instanceof Text text && text.getText().equals(words))
        .map(node -> cell(words).getMaxX() - node.localToScene(node.getLayoutBounds()).getMaxX())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowOfVeryManyColumnsIsALine() {
    show("|a".repeat(40) + "\n" + "|-".repeat(40) + "\n|1|2");
    assertThat(words().getFirst()).startsWith("a | a | a");
    assertThat(words().getLast()).startsWith("1 | 2 |");
  }

  /// Each row is filled up to the columns of the head.
  @Test
  void aTableOfVeryManyCellsIsText() {
    show("|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\n" + "|b\n".repeat(1000));
    assertThat(column.lookupAll(".md-cell")).isEmpty();
    assertThat(String.join("", words())).startsWith("|a|a|a").contains("|b\n|b\n");
  }

  @Test
  void picturesStandInTheirCell() {
    String blob = "&AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=.sha256";
    show("| Day | ![sea](" + blob + ") |\n|---|---|\n| a | b |\n");
    Node cells = column.lookup(".md-table");
    assertThat(cells.lookupAll(".md-cell")).hasSize(4);
  }
}
