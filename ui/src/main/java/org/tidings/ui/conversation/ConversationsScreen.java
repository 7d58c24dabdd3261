package org.tidings.ui.conversation;

import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.conversation.Conversation;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// The private conversations. Confined to the JavaFX thread.
public final class ConversationsScreen extends BorderPane {
  private final Workspace workspace;
  private final RowList<Conversation> rows;

  private ConversationsScreen(Workspace workspace, ConversationsViewModel model) {
    this.workspace = workspace;
    rows = new RowList<>(this::row);
    rows.setItems(model.conversations().rows());
    rows.setAccessibleText(Texts.of("private.title"));
    rows.named(ConversationLine::sentence);
    rows.keyed(Conversation::otherIds);
    rows.onNearEnd(model.conversations()::more);
    rows.onOpen(this::open);
    rows.whenEmpty(
        new EmptyState(Feather.LOCK, "private.empty", begin()),
        model.conversations().loadedProperty());
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("private.title"), begin()));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
  }

  /// The screen of all of them.
  public static Screen screen(Workspace workspace, Unseen unseen) {
    ConversationsViewModel model = new ConversationsViewModel(workspace, unseen);
    return new Screen(new ConversationsScreen(workspace, model), model::close);
  }

  private Button begin() {
    return Buttons.plain(
        "private.begin", () -> workspace.navigator().go(new Place.NewConversation()));
  }

  private Region row(Conversation conversation) {
    ConversationLine line =
        new ConversationLine(
            conversation,
            workspace.self(),
            workspace.environment().clock(),
            workspace.album().pictures());
    Clickable.mouse(line, () -> open(conversation));
    return line;
  }

  private void open(Conversation conversation) {
    workspace.navigator().go(Place.Conversation.with(conversation.otherIds()));
  }
}
