package org.tidings.ui.markdown;

import java.util.function.DoubleUnaryOperator;

/// The height of something for the width it was asked for last: whoever stands around it asks anew
/// whenever anything is added somewhere. Confined to the JavaFX thread.
final class KnownHeight {
  private double width = Double.NaN;
  private double height;

  /// The height for `asked`, computed where it is not known.
  double of(double asked, DoubleUnaryOperator computed) {
    if (asked != width) {
      height = computed.applyAsDouble(asked);
      width = asked;
    }
    return height;
  }

  /// Another may be right from now on.
  void forget() {
    width = Double.NaN;
  }
}
