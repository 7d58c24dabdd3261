package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.HintBanner;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.WrappedLine;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Writing a new post, and seeing it as others will. Escape leaves; the draft stays. Confined to
/// the JavaFX thread.
public final class ComposeScreen extends BorderPane {
  private final Workspace workspace;
  private final ComposeViewModel model;
  private final Intake intake;
  private final WarningField warning;
  private final WritingArea area;

  private ComposeScreen(Workspace workspace, ComposeViewModel model) {
    this.workspace = workspace;
    this.model = model;
    intake = new Intake(model);
    warning = new WarningField(model);
    area = new WritingArea(model, workspace.album().pictures(), "compose.prompt", 0, this::publish);
    setTop(
        new ScreenHeader(
            workspace.navigator(),
            Texts.of("compose.title"),
            new KeptLabel(model),
            new RoomLabel(model),
            post()));
    SideBySide panes = new SideBySide(writing(), preview());
    panes.getStyleClass().add("compose-panes");
    setCenter(panes);
    getStyleClass().add("screen");
    area.beforePaste(intake::paste);
    intake.listen(this);
    addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    sceneProperty().subscribe(this::arrive);
  }

  /// The screen of a new post.
  public static Screen screen(Workspace workspace, Desk desk) {
    Destination destination = Destination.newThread();
    ComposeScreen screen = new ComposeScreen(workspace, desk.take(destination));
    return new Screen(screen, () -> desk.putBack(destination));
  }

  private void arrive() {
    if (getScene() == null) {
      model.draft().keep();
    } else {
      area.focusText();
    }
  }

  private Button post() {
    Button post = Buttons.primary("compose.post", this::publish);
    post.disableProperty().bind(Bindings.not(model.canPublishProperty()));
    return post;
  }

  private Region writing() {
    VBox.setVgrow(area, Priority.ALWAYS);
    VBox frame =
        new VBox(
            warning,
            area,
            new AttachmentList(model, workspace.album().pictures()),
            new ThreadOffer(model.continuation(), area::focusText),
            tools());
    frame.getStyleClass().addAll("writing-frame", "writing-large");
    VBox.setVgrow(frame, Priority.ALWAYS);
    VBox column = new VBox(new HintBanner(Feather.PAUSE_CIRCLE, model.heldProperty()), frame);
    column.getStyleClass().add("compose-column");
    return column;
  }

  private BesideOrBelow tools() {
    FlowText hint = ScrollColumn.hint(Texts.of("compose.hint"));
    warning.toggle().setText(Texts.of("compose.warning"));
    WrappedLine buttons = new WrappedLine(intake.button(), area.emoji(), warning.toggle());
    buttons.getStyleClass().add("compose-buttons");
    return new BesideOrBelow(buttons, hint);
  }

  private Region preview() {
    Label title = new Label(Texts.of("compose.preview"));
    title.getStyleClass().add("preview-title");
    ScrollPane scroll = new ScrollPane(new Preview(model, new PostActions(workspace)));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("preview-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox column = new VBox(title, scroll);
    column.getStyleClass().add("preview-column");
    return column;
  }

  private void leave(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      leave();
    }
  }

  private void leave() {
    if (workspace.navigator().canGoBackProperty().get()) {
      workspace.navigator().back();
    } else {
      workspace.navigator().replace(new Place.Home());
    }
  }

  private void publish() {
    model.publish(this::queued, message -> {});
  }

  /// It stands at home from here on. Whoever has gone elsewhere meanwhile is left there.
  private void queued() {
    if (workspace.navigator().place() instanceof Place.Compose) {
      workspace.navigator().replace(new Place.Home());
    }
  }
}
