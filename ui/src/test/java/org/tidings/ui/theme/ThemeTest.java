package org.tidings.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMenuHasAShadowOnlyWhereOneSeesThroughIt(boolean seeThrough) {
    Stage stage = Fx.get(Stage::new);
    ContextMenu menu = Fx.get(() -> new ContextMenu(new MenuItem("Low tide")));
    Fx.run(
        () -> {
          StackPane root = new StackPane();
          stage.setScene(new Scene(root, 200, 200));
          new Theme(stage.getScene(), seeThrough).show(ThemeChoice.LIGHT, 100);
          stage.show();
          menu.show(root, 50, 50);
        });
    Fx.settle();
    Set<Node> parts = Fx.get(() -> menu.getScene().getRoot().lookupAll("*"));
    assertThat(parts.stream().anyMatch(part -> part.getEffect() != null)).isEqualTo(seeThrough);
    Fx.run(stage::hide);
  }
}
