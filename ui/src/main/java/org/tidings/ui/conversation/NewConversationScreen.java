package org.tidings.ui.conversation;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.LineField;

/// Choosing with whom to talk in private. Confined to the JavaFX thread.
public final class NewConversationScreen extends BorderPane {
  private static final double AVATAR = 36;
  private static final double SMALL = 22;

  private final RecipientsViewModel model;
  private final Pictures pictures;
  private final LineField field;
  private final FlowPane chosen = new FlowPane();
  private final VBox offered = new VBox();

  private NewConversationScreen(Workspace workspace, RecipientsViewModel model) {
    this.model = model;
    pictures = workspace.album().pictures();
    field = new LineField(model.typedProperty(), "private.who", this::entered);
    field.prompt("private.who.prompt");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    chosen.getStyleClass().add("recipients");
    Button go = Buttons.primary("private.continue", model::begin);
    go.disableProperty().bind(Bindings.isEmpty(model.chosen()));
    ScreenHeader header =
        new ScreenHeader(workspace.navigator(), Texts.of("private.new"), count(), go);
    header.mark(Feather.LOCK);
    setTop(header);
    // Not within what scrolls, which is not in the window yet when the keyboard is to come here.
    VBox top = new VBox(ScrollColumn.hint(Texts.of("private.promise")), chosen, field);
    top.getStyleClass().add("column");
    HBox.setHgrow(top, Priority.ALWAYS);
    HBox middle = new HBox(top);
    middle.getStyleClass().add("row-column");
    setCenter(new BorderPane(new ScrollColumn(offered), middle, null, null, null));
    getStyleClass().addAll("screen", "private-screen");
    model.chosen().subscribe(this::showChosen);
    model.offered().subscribe(this::showOffered);
    model.fullProperty().subscribe(this::showOffered);
    showChosen();
    sceneProperty().subscribe(scene -> field.enter());
  }

  /// The screen to begin a conversation.
  public static Screen screen(Workspace workspace) {
    RecipientsViewModel model = new RecipientsViewModel(workspace);
    return new Screen(new NewConversationScreen(workspace, model), model::close);
  }

  private Label count() {
    Label count = new Label();
    count.setMinWidth(USE_PREF_SIZE);
    count.getStyleClass().add("hint");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Texts.of("private.count", model.chosen().size(), RecipientsViewModel.MOST),
                model.chosen()));
    return count;
  }

  /// Enter in an empty field is for whoever has chosen.
  private void entered() {
    if (model.typedProperty().get().isBlank()) {
      model.begin();
    } else {
      model.chooseFirst();
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.BACK_SPACE && model.typedProperty().get().isEmpty()) {
      key.consume();
      model.removeLast();
    }
  }

  private void showChosen() {
    chosen.getChildren().setAll(model.chosen().stream().map(this::chip).toList());
    chosen.setManaged(!model.chosen().isEmpty());
  }

  private Node chip(Byline by) {
    NameLabel name = new NameLabel(by.name());
    Button remove = Buttons.icon(Feather.X, "private.remove", () -> model.remove(by));
    remove.setAccessibleText(Texts.of("private.remove.name", by.name()));
    HBox chip = new HBox(new AvatarView(SMALL, by, pictures), name, remove);
    chip.getStyleClass().add("recipient");
    return chip;
  }

  private void showOffered() {
    if (model.fullProperty().get()) {
      offered
          .getChildren()
          .setAll(ScrollColumn.hint(Texts.of("private.full", RecipientsViewModel.MOST)));
    } else {
      offered.getChildren().setAll(model.offered().stream().map(this::offer).toList());
    }
  }

  private Node offer(Byline by) {
    NameLabel name = new NameLabel(by.name(), "post-author");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    Icon plus = new Icon(Feather.PLUS);
    HBox row = new HBox(new AvatarView(AVATAR, by, pictures), name, plus);
    row.setFillHeight(false);
    row.getStyleClass().add("person-row");
    return Clickable.link(row, Texts.of("private.add.name", by.name()), () -> chooseAndReturn(by));
  }

  private void chooseAndReturn(Byline by) {
    model.choose(by);
    field.enter();
  }
}
