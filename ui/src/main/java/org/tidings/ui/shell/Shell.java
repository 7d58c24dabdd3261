package org.tidings.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Outgoing;
import org.tidings.ui.control.HintBanner;
import org.tidings.ui.control.ProblemBanner;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.LightboxPane;
import org.tidings.ui.search.Palette;
import org.tidings.ui.search.PaletteViewModel;
import org.tidings.ui.sync.SyncLine;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.transfer.TransferBar;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.Editor;

/// The window once there is an identity: the rail, and the screen of the place one is at. Confined
/// to the JavaFX thread.
final class Shell extends StackPane {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final Unseen unseen;
  private final Desk desk;
  private final SyncViewModel sync;
  private final Screens screens;
  private final Rail rail;
  private final GateViewModel gate;
  private final DamageWatch damage;
  private final LackViewModel lack;
  private final PaletteViewModel palette;

  /// A window that has just been opened.
  Shell(Workspace workspace) {
    this(workspace, new Desk(workspace));
  }

  Shell(Workspace workspace, Desk desk) {
    this.desk = desk;
    Navigator navigator = workspace.navigator();
    unseen = new Unseen(workspace);
    sync = new SyncViewModel(workspace);
    screens = new Screens(workspace, unseen, desk, sync);
    palette = new PaletteViewModel(workspace, Commands.of(workspace));
    rail = new Rail(workspace, unseen, sync, palette::open);
    gate = new GateViewModel(workspace);
    damage = new DamageWatch(workspace);
    lack = new LackViewModel(workspace);
    BorderPane centre = new BorderPane();
    VBox top =
        new VBox(
            new GateBanner(gate),
            new TransferBar(workspace.transfers()),
            new ProblemBanner(workspace.notices().problemProperty(), workspace.notices()::dismiss),
            new HintBanner(Feather.LOADER, lack.hintProperty()));
    top.getStyleClass().add("above-screens");
    centre.setTop(top);
    BorderPane screen = new BorderPane();
    navigator.placeProperty().subscribe(place -> show(screens.at(place), screen));
    centre.setCenter(new StackPane(screen, new SaidPill(workspace.notices())));
    KeysSheet keys = new KeysSheet();
    BorderPane frame = new BorderPane(centre);
    // However little room there is, the rail and the head of a screen stay where they are.
    centre.setMinWidth(0);
    List.of(screen, centre, frame).forEach(pane -> pane.setMinHeight(0));
    frame.setLeft(rail);
    getChildren()
        .setAll(
            frame,
            new SyncLine(sync, () -> navigator.go(new Place.Peers())),
            new Palette(palette, workspace.environment().clock(), workspace.album().pictures()),
            new LightboxPane(workspace.album()),
            keys,
            new QuestionPane(workspace.notices()));
    // Not while something is looked for or asked: that has the keyboard then.
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    new Shortcuts(workspace, palette::open, keys::open, mac).listen(frame);
    frame.addEventFilter(KeyEvent.KEY_PRESSED, this::undo);
  }

  private static void show(Parent content, BorderPane screen) {
    BorderPane.setAlignment(content, Pos.TOP_CENTER);
    screen.setCenter(content);
  }

  /// Who has just typed something takes that back first.
  private void undo(KeyEvent key) {
    if (UNDO.match(key) && !Editor.canUndo(getScene().getFocusOwner()) && desk.undo()) {
      key.consume();
    }
  }

  /// Goes where a link leads.
  void follow(String link) {
    palette.follow(link);
  }

  /// What waits for the person.
  Unseen unseen() {
    return unseen;
  }

  void close() {
    handOver().close();
  }

  /// Closes, but for what waits to be posted: that goes on with whoever takes it.
  Outgoing handOver() {
    screens.close();
    rail.close();
    sync.close();
    palette.close();
    unseen.close();
    gate.close();
    damage.close();
    lack.close();
    return desk.outgoing();
  }
}
