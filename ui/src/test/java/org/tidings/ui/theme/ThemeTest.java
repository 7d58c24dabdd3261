package org.tidings.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class ThemeTest {
  @Test
  void whatTheWindowWearsIsNotPutOnAgain() {
    List<String> changes =
        Fx.get(
            () -> {
              List<String> changed = new ArrayList<>();
              Scene scene = new Scene(new StackPane());
              Theme theme = new Theme(scene);
              theme.show(ThemeChoice.LIGHT, 100);
              InvalidationListener styled = sheets -> changed.add("styled");
              scene.getStylesheets().addListener(styled);
              theme.show(ThemeChoice.LIGHT, 100);
              changed.add("dark now");
              theme.show(ThemeChoice.DARK, 100);
              return changed;
            });
    assertThat(changes).containsExactly("dark now", "styled");
  }
}
