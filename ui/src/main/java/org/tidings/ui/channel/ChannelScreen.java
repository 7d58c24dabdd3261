package org.tidings.ui.channel;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostKeys;
import org.tidings.ui.post.PostRow;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What is said in a channel. Confined to the JavaFX thread.
public final class ChannelScreen extends BorderPane {
  private final Button subscribe = Buttons.plain("channel.subscribe", () -> {});
  private final FlowText subscribers = ScrollColumn.hint("");

  private ChannelScreen(Workspace workspace, ChannelViewModel model) {
    PostActions actions = new PostActions(workspace);
    RowList<PostView> rows = new RowList<>(post -> new PostRow(post, actions));
    rows.setItems(model.posts().rows());
    rows.setAccessibleText("#" + model.name());
    rows.named(Excerpt::spoken);
    rows.keyed(PostView::id);
    PostKeys.listen(rows);
    rows.onNearEnd(model.posts()::more);
    rows.onOpen(post -> actions.openThread(post.id()));
    rows.whenEmpty(new EmptyState(Feather.HASH, "channel.empty"), model.posts().loadedProperty());
    subscribe.setOnAction(event -> model.toggle());
    subscribe.disableProperty().bind(Bindings.not(model.canChangeProperty()));
    StackPane above = new StackPane(subscribers);
    above.getStyleClass().add("channel-subscribers");
    setTop(new VBox(new ScreenHeader(workspace.navigator(), "#" + model.name(), subscribe), above));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
    model.channelProperty().subscribe(this::show);
  }

  /// The screen of the channel of this name.
  public static Screen screen(Workspace workspace, String name) {
    ChannelViewModel model = new ChannelViewModel(workspace, name);
    return new Screen(new ChannelScreen(workspace, model), model::close);
  }

  private void show(Optional<ChannelView> channel) {
    subscribe.setVisible(channel.isPresent());
    channel.ifPresent(
        view -> {
          subscribers.setText(Texts.of("channel.subscribers", view.subscribers()));
          subscribe.setText(Texts.of(view.isOurs() ? "channel.unsubscribe" : "channel.subscribe"));
        });
  }
}
