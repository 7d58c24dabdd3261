package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.AtBothEnds;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.HintBanner;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.Tip;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.writing.TypedAhead;

/// The place at the foot of a thread to answer it: one line until something is written. Confined to
/// the JavaFX thread.
public final class ReplyBox extends VBox {
  private static final double AVATAR = 32;
  private static final int MOST_LINES = 8;

  private final ComposeViewModel model;
  private final Supplier<Consumer<MessageId>> sending;
  private final Intake intake;
  private final WarningField warning;
  private final WritingArea area;
  private final Optional<ReadersBar> readers;
  private final ToggleButton preview = new ToggleButton("", new Icon(Feather.EYE));

  /// @param desk where `model` is from
  /// @param sending asked when a reply is sent; what it answers is told the reply once that is
  ///     published
  public ReplyBox(
      ComposeViewModel model,
      Desk desk,
      PostActions actions,
      Supplier<Consumer<MessageId>> sending) {
    this.model = model;
    this.sending = sending;
    intake = new Intake(model);
    warning = new WarningField(model);
    boolean isPrivate = model.destination().isPrivate();
    Pictures pictures = actions.album().pictures();
    area =
        new WritingArea(
            model,
            pictures,
            isPrivate ? "private.prompt" : "reply.prompt",
            MOST_LINES,
            this::publish);
    readers = readers(desk, pictures);
    HBox writing = new HBox(picture(pictures), frame(pictures));
    ScrollPane shown = preview(actions);
    WaitingList waiting = new WaitingList(desk, model.destination(), actions, area::focusText);
    VBox column =
        new VBox(
            waiting, new HintBanner(Feather.PAUSE_CIRCLE, model.heldProperty()), shown, writing);
    if (isPrivate) {
      column
          .getChildren()
          .add(1, readers.<Region>map(bar -> bar).orElseGet(() -> new ReadersLine(model)));
    }
    giveWay(column, waiting, shown, writing, area);
    column.getStyleClass().add("reply-column");
    column.setMaxWidth(RowList.COLUMN);
    getChildren().setAll(column);
    getStyleClass().add("reply-box");
    intake.listen(this);
    area.beforePaste(intake::paste);
    sceneProperty().subscribe(scene -> model.draft().keep());
  }

  /// In a thread they are those of the thread.
  private Optional<ReadersBar> readers(Desk desk, Pictures pictures) {
    Destination destination = model.destination();
    return destination.isPrivate() && destination.root().isEmpty()
        ? Optional.of(new ReadersBar(model, desk.readdressing(model), pictures, area::focusText))
        : Optional.empty();
  }

  /// Where the window is low, the text and its preview are what shrinks.
  private static void giveWay(Node... nodes) {
    for (Node node : nodes) {
      VBox.setVgrow(node, Priority.SOMETIMES);
    }
  }

  /// Lets the person write.
  public void focusText() {
    area.focusText();
  }

  /// Types here what was typed before this was here.
  public void type(TypedAhead ahead) {
    area.type(ahead);
  }

  private StackPane picture(Pictures pictures) {
    StackPane picture = new StackPane();
    picture.getStyleClass().add("reply-picture");
    model
        .authorProperty()
        .subscribe(
            author ->
                author.ifPresent(
                    by -> picture.getChildren().setAll(new AvatarView(AVATAR, by, pictures))));
    return picture;
  }

  private VBox frame(Pictures pictures) {
    VBox frame =
        new VBox(
            new AnsweredChip(model, area::focusText),
            warning,
            area,
            new AttachmentList(model, pictures),
            new ThreadOffer(model.continuation(), area::focusText),
            tools());
    frame.getStyleClass().add("writing-frame");
    HBox.setHgrow(frame, Priority.ALWAYS);
    return frame;
  }

  private AtBothEnds tools() {
    preview.setAccessibleText(Texts.of("reply.preview"));
    Tip.on(preview, Texts.of("reply.preview"));
    preview.getStyleClass().addAll("icon-button", "compose-toggle");
    boolean isPrivate = model.destination().isPrivate();
    Button post = Buttons.primary(isPrivate ? "private.send" : "reply.post", this::publish);
    post.disableProperty().bind(Bindings.not(canPublish()));
    HBox ways = new HBox(intake.button(), area.emoji(), warning.toggle(), preview);
    HBox posting = new HBox(new KeptLabel(model), new RoomLabel(model), post);
    List.of(ways, posting).forEach(part -> part.getStyleClass().add("compose-tools"));
    AtBothEnds tools = new AtBothEnds(ways, posting);
    tools
        .visibleProperty()
        .bind(
            focusWithinProperty()
                .or(model.draft().textProperty().isNotEmpty())
                .or(Bindings.isNotEmpty(model.draft().attachments())));
    tools.managedProperty().bind(tools.visibleProperty());
    return tools;
  }

  private ScrollPane preview(PostActions actions) {
    ScrollPane scroll = new ScrollPane(new Preview(model, actions));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("preview-scroll", "reply-preview");
    scroll.visibleProperty().bind(preview.selectedProperty());
    scroll.managedProperty().bind(scroll.visibleProperty());
    return scroll;
  }

  private ObservableBooleanValue canPublish() {
    ObservableBooleanValue can = model.canPublishProperty();
    return readers
        .<ObservableBooleanValue>map(bar -> Bindings.and(can, bar.settledProperty()))
        .orElse(can);
  }

  private void publish() {
    if (readers.map(ReadersBar::settle).orElse(true)) {
      model.publish(() -> preview.setSelected(false), sending.get());
    }
  }
}
