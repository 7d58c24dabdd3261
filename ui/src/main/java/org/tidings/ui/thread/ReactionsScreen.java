package org.tidings.ui.thread;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Reactions.Given;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.Expressions;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Who reacted to a message, and how. Confined to the JavaFX thread.
public final class ReactionsScreen extends BorderPane {
  private static final double AVATAR = 36;

  /// A reaction of so many characters is not cut for a long name: an emoji has no more.
  private static final int SHORT = 16;

  private static final Set<String> SHOWN = Set.of("vote", "about");

  private final PostActions actions;

  private ReactionsScreen(Workspace workspace, PagedRows<Given> given) {
    actions = new PostActions(workspace);
    RowList<Given> rows = new RowList<>(this::row);
    rows.setItems(given.rows());
    rows.setAccessibleText(Texts.of("reactions.title"));
    rows.named(one -> one.by().name() + ", " + how(one));
    rows.keyed(one -> one.by().id());
    rows.onNearEnd(given::more);
    rows.onOpen(one -> actions.openProfile(one.by().id()));
    rows.whenEmpty(new EmptyState(Feather.HEART, "reactions.empty"), given.loadedProperty());
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("reactions.title")));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
  }

  /// The screen of the reactions to `message`.
  public static Screen screen(Workspace workspace, MessageId message) {
    PagedRows<Given> given =
        workspace.pagedRows(
            (last, limit) -> after(workspace, message, last, limit), one -> one.by().id());
    Subscription events = workspace.followTypes(SHOWN, given::refreshAll);
    given.refresh();
    return new Screen(
        new ReactionsScreen(workspace, given),
        () -> {
          events.close();
          given.close();
        });
  }

  private static List<Given> after(
      Workspace workspace, MessageId message, Optional<Given> last, int limit) {
    return workspace.feeds().reactions().on(message, last.map(one -> one.by().id()), limit);
  }

  private static String how(Given given) {
    if (given.value() < 0) {
      return Texts.of("reactions.against");
    }
    return given.expression().isEmpty() ? "❤️" : Expressions.shown(given.expression());
  }

  private Region row(Given given) {
    Byline by = given.by();
    NameLabel name = new NameLabel(by.name(), "post-author");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    NameLabel how = new NameLabel(how(given));
    how.setMinWidth(how(given).length() <= SHORT ? USE_PREF_SIZE : 0);
    HBox row = new HBox(new AvatarView(AVATAR, by, actions.album().pictures()), name, how);
    row.setFillHeight(false);
    row.getStyleClass().add("person-row");
    Clickable.mouse(row, () -> actions.openProfile(by.id()));
    return row;
  }
}
