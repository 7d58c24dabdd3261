package org.tidings.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// Amounts beside each other, each as wide as its share of the whole; words beside it say the same.
/// Confined to the JavaFX thread.
final class ShareBar extends Region {
  private final double whole;
  private final List<Part> parts;
  private final List<Region> shares = new ArrayList<>();

  /// @param style the class of its colour
  record Part(String style, double amount) {}

  /// @param whole what fills all of it
  ShareBar(double whole, List<Part> parts) {
    this.whole = whole;
    this.parts = List.copyOf(parts);
    for (Part part : parts) {
      Region share = new Region();
      share.getStyleClass().addAll("share", part.style());
      shares.add(share);
    }
    getChildren().setAll(shares);
    getStyleClass().add("share-bar");
  }

  @Override
  protected void layoutChildren() {
    double from = 0;
    for (int i = 0; i < shares.size(); i++) {
      double to = from + (whole <= 0 ? 0 : parts.get(i).amount() / whole * getWidth());
      shares
          .get(i)
          .resizeRelocate(
              snapPositionX(from), 0, snapPositionX(to) - snapPositionX(from), getHeight());
      from = to;
    }
  }
}
