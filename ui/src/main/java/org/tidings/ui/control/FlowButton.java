package org.tidings.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tidings.ui.text.FlowText;

/// A button whose words take as many lines as its column needs: those of a label may throw out of
/// the layout pass where they are shaped (decision 0002). Confined to the JavaFX thread.
public final class FlowButton extends Button {
  private final HBox content = new HBox();

  /// @param before what stands before its words
  public FlowButton(Node... before) {
    FlowText words = new FlowText();
    textProperty().subscribe(words::setText);
    setMnemonicParsing(false);
    content.getChildren().setAll(before);
    content.getChildren().add(words);
    content.alignmentProperty().bind(alignmentProperty());
    content.spacingProperty().bind(graphicTextGapProperty());
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new OverLines(this, content);
  }

  /// That of a button asks its content for the height of one line.
  private static final class OverLines extends ButtonSkin {
    private final Region content;

    OverLines(Button button, Region content) {
      super(button);
      this.content = content;
    }

    @Override
    protected double computeMinWidth(
        double height, double top, double right, double bottom, double left) {
      return left + content.minWidth(-1) + right;
    }

    @Override
    protected double computePrefWidth(
        double height, double top, double right, double bottom, double left) {
      return left + content.prefWidth(-1) + right;
    }

    @Override
    protected double computeMinHeight(
        double width, double top, double right, double bottom, double left) {
      return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computePrefHeight(
        double width, double top, double right, double bottom, double left) {
      double inside = width < 0 ? -1 : Math.max(0, width - left - right);
      return top + content.prefHeight(inside) + bottom;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      content.resizeRelocate(x, y, width, height);
    }
  }
}
