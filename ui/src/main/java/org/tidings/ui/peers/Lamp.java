package org.tidings.ui.peers;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A small round light: green, amber or grey. Says nothing by itself; what it stands beside has the
/// words. Confined to the JavaFX thread.
public final class Lamp extends Region {
  public Lamp() {
    getStyleClass().add("lamp");
    setMouseTransparent(true);
    show(Light.ALONE);
  }

  public void show(Light shown) {
    for (Light light : Light.values()) {
      pseudoClassStateChanged(pseudoClass(light), light == shown);
    }
  }

  private static PseudoClass pseudoClass(Light light) {
    return PseudoClass.getPseudoClass(
        switch (light) {
          case CONNECTED -> "connected";
          case TRYING -> "trying";
          case ALONE -> "alone";
        });
  }
}
