package org.tidings.ui.shell;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.control.ProblemBanner;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.picture.LightboxPane;
import org.tidings.ui.search.Palette;
import org.tidings.ui.search.PaletteViewModel;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// The window once there is an identity: the rail, and the screen of the place one is at. Confined
/// to the JavaFX thread.
final class Shell extends StackPane {
  private final Unseen unseen;
  private final Screens screens;
  private final Rail rail;
  private final GateViewModel gate;
  private final DamageWatch damage;
  private final PaletteViewModel palette;

  Shell(Workspace workspace) {
    Navigator navigator = workspace.navigator();
    unseen = new Unseen(workspace);
    screens = new Screens(workspace, unseen);
    palette = new PaletteViewModel(workspace, Commands.of(workspace));
    rail = new Rail(workspace, unseen, palette::open);
    gate = new GateViewModel(workspace);
    damage = new DamageWatch(workspace);
    BorderPane centre = new BorderPane();
    centre.setTop(
        new VBox(
            new GateBanner(gate),
            new ProblemBanner(
                workspace.notices().problemProperty(), workspace.notices()::dismiss)));
    BorderPane screen = new BorderPane();
    navigator.placeProperty().subscribe(place -> screen.setCenter(screens.at(place)));
    centre.setCenter(new StackPane(screen, new SaidPill(workspace.notices())));
    // However little room there is, the rail stays where it is.
    centre.setMinWidth(0);
    BorderPane frame = new BorderPane(centre);
    frame.setLeft(rail);
    getChildren()
        .setAll(
            frame,
            new Palette(palette, workspace.environment().clock(), workspace.album().pictures()),
            new LightboxPane(workspace.album()),
            new QuestionPane(workspace.notices()));
    // Not while something is looked for or asked: that has the keyboard then.
    new Shortcuts(workspace, palette::open).listen(frame);
  }

  void close() {
    screens.close();
    rail.close();
    palette.close();
    unseen.close();
    gate.close();
    damage.close();
  }
}
