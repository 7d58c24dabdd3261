package org.tidings.ui.text;

import java.util.List;
import java.util.Objects;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Wrapping text, of other people and of the program. Remembers its height per width, because
/// shaping is done anew at every height query, and never wraps narrower than its longest whole
/// piece. Confined to the JavaFX thread.
public final class FlowText extends TextFlow {
  private static final double FALLBACK_SIZE = 15;

  private double knownWidth = -1;
  private double knownHeight;
  private Font knownFont = Font.getDefault();
  private WholeWords whole = new WholeWords(List.of());

  public FlowText() {
    getStyleClass().add("flow-text");
    setMinHeight(USE_PREF_SIZE);
  }

  public FlowText(String text, String... styles) {
    this();
    show(TextNodes.of(text, styles), text);
  }

  /// Shows `text`, all in one style.
  public void setText(String text) {
    show(TextNodes.of(text), text);
  }

  /// What is shown, as characters.
  public String getText() {
    return Objects.requireNonNullElse(getAccessibleText(), "");
  }

  /// Shows `nodes`; `text` is the same as characters, and decides the side the text starts from.
  public void show(List<? extends Node> nodes, String text) {
    show(nodes, text, Shaping.isRightToLeft(text));
  }

  /// As [#show], where what stands before decides that side.
  public void show(List<? extends Node> nodes, String text, boolean fromTheRight) {
    getChildren().setAll(nodes);
    whole = new WholeWords(nodes);
    knownWidth = -1;
    setNodeOrientation(
        fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleText(text);
    widen();
  }

  /// Bounds may be asked for before the next layout, and JavaFX fails where a shaped word is cut.
  private void widen() {
    if (getWidth() < narrowest()) {
      resize(getWidth(), getHeight());
      prefHeight(getWidth());
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? width : Math.max(width, narrowest());
    if (wide != knownWidth || !font().equals(knownFont)) {
      knownHeight = super.computePrefHeight(wide);
      knownWidth = wide;
      knownFont = font();
    }
    return knownHeight;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  public void resize(double width, double height) {
    super.resize(Math.max(width, narrowest()), height);
  }

  private double narrowest() {
    return snappedLeftInset() + snappedRightInset() + whole.widest();
  }

  /// The font of its first words.
  public Font font() {
    for (Node node : getChildren()) {
      if (node instanceof Text text) {
        return text.getFont();
      }
    }
    return Font.font(FALLBACK_SIZE);
  }
}
