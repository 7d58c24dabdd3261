package org.tidings.ui.conversation;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.RecipientChips;
import org.tidings.ui.compose.RecipientCount;
import org.tidings.ui.compose.Recipients;
import org.tidings.ui.control.BesideOrBelow;
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

  private final RecipientsViewModel model;
  private final Pictures pictures;
  private final LineField field;
  private final VBox offered = new VBox();

  private NewConversationScreen(Workspace workspace, RecipientsViewModel model) {
    this.model = model;
    pictures = workspace.album().pictures();
    Recipients recipients = model.recipients();
    field = new LineField(model.typedProperty(), "private.who", this::entered);
    field.prompt("private.who.prompt");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Button go = Buttons.primary("private.continue", model::begin);
    go.disableProperty().bind(Bindings.isEmpty(recipients.chosen()));
    ScreenHeader header = new ScreenHeader(workspace.navigator(), Texts.of("private.new"), go);
    header.mark(Feather.LOCK);
    setTop(header);
    BesideOrBelow who = new BesideOrBelow(field, new RecipientCount(recipients));
    who.getStyleClass().add("readers-field");
    // Not within what scrolls, which is not in the window yet when the keyboard is to come here.
    VBox top =
        new VBox(
            ScrollColumn.hint(Texts.of("private.promise")),
            new RecipientChips(recipients.chosen(), this::remove, pictures),
            who);
    top.getStyleClass().add("column");
    HBox.setHgrow(top, Priority.ALWAYS);
    HBox middle = new HBox(top);
    middle.getStyleClass().add("row-column");
    // Tab goes in the order in which they are put there.
    BorderPane body = new BorderPane();
    body.setTop(middle);
    body.setCenter(new ScrollColumn(offered));
    setCenter(body);
    getStyleClass().addAll("screen", "private-screen");
    model.offered().subscribe(this::showOffered);
    model.nobodyProperty().subscribe(this::showOffered);
    recipients.fullProperty().subscribe(this::showOffered);
    showOffered();
    sceneProperty().subscribe(scene -> field.enter());
  }

  /// The screen to begin a conversation.
  public static Screen screen(Workspace workspace) {
    RecipientsViewModel model = new RecipientsViewModel(workspace);
    return new Screen(new NewConversationScreen(workspace, model), model::close);
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

  private void remove(Byline by) {
    model.remove(by);
    field.enter();
  }

  private void showOffered() {
    if (model.recipients().fullProperty().get()) {
      offered.getChildren().setAll(ScrollColumn.hint(Texts.of("private.full", Recipients.MOST)));
    } else {
      Stream<Node> people = model.offered().stream().map(this::offer);
      Stream<Node> nobody = model.nobodyProperty().get().stream().map(ScrollColumn::hint);
      offered.getChildren().setAll(Stream.concat(people, nobody).toList());
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
