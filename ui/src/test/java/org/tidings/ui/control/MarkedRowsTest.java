package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class MarkedRowsTest {
  private static final class Row extends MarkedRow {}

  @Test
  void aScreenReaderLearnsHowManyRowsThereAreAndWhichIsMarked() {
    Fx.run(
        () -> {
          Row first = new Row();
          Row second = new Row();
          MarkedRows rows = new MarkedRows("Found", "found");
          rows.getChildren().setAll(new Label("People"), first, second);
          second.mark(true);
          assertThat(rows.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).isEqualTo(2);
          assertThat(rows.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 0))
              .isEqualTo(first);
          assertThat(second.queryAccessibleAttribute(AccessibleAttribute.INDEX)).isEqualTo(1);
          assertThat(first.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(false);
          assertThat(second.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
        });
  }
}
